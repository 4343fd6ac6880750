package hep.aurum.source.xdr;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.event.Vertex;
import org.junit.jupiter.api.Test;

class ProductionVerticesTest {

    private final ProductionVertices vertices = new ProductionVertices();

    @Test
    void sistersShareAVertexThatTheirMothersEnter() {
        vertices.add(0, new int[] {-1, -1}, 0, 0, 0, 0);
        vertices.add(1, new int[] {-1, -1}, 0, 0, 0, 0);
        vertices.add(2, new int[] {0, 1}, 0, 0, 0, 0);
        vertices.add(3, new int[] {1, 0}, 0, -0.0, 0, 0);
        vertices.add(4, new int[] {2, -1}, 1, 2, 3, 4);

        assertThat(vertices.list())
                .containsExactly(
                        new Vertex(0, 0, 0, 0, 0, new int[] {0, 1}, new int[] {2, 3}),
                        new Vertex(0, 1, 2, 3, 4, new int[] {2}, new int[] {4}));
    }

    @Test
    void daughtersFromSeveralPointsHaveSeveralVertices() {
        vertices.add(1, new int[] {0}, 0, 0, 1, 1);
        vertices.add(2, new int[] {0}, 0, 0, 2, 2);
        vertices.add(3, new int[] {0, 0}, 0, 0, 1, 1);

        assertThat(vertices.list())
                .containsExactly(
                        new Vertex(0, 0, 0, 1, 1, new int[] {0}, new int[] {1, 3}),
                        new Vertex(0, 0, 0, 2, 2, new int[] {0}, new int[] {2}));
    }

    @Test
    void noPointIsLostWhereThereIsNoMother() {
        vertices.add(0, new int[0], 0, 0, 0.5, 0);

        assertThat(vertices.list()).containsExactly(new Vertex(0, 0, 0, 0.5, 0, new int[0], new int[] {0}));
    }
}
