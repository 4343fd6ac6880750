package hep.aurum.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.source.text.LineReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every format of text has from its cursor: counts, the end, and failures that stay. */
class TextEventCursorTest {

    /** Reads two events, breaks off once, and would go on if it were asked. */
    private static final class Breaking extends TextEventCursor {

        private int reads;

        Breaking() {
            super(new LineReader(new ByteArrayInputStream(new byte[0]), "events.txt"));
        }

        @Override
        protected @Nullable Event read() throws IOException {
            reads++;
            if (reads == 3) {
                throw new EOFException();
            }
            return new Event(events() + 1, 1, new double[0], List.of());
        }
    }

    /** Has some events and ends. */
    private static final class Ending extends TextEventCursor {

        private final int most;
        private int reads;

        Ending(int most) {
            super(new LineReader(new ByteArrayInputStream(new byte[0]), "events.txt"));
            this.most = most;
        }

        @Override
        protected @Nullable Event read() {
            return reads++ < most ? new Event(events() + 1, 1, new double[0], List.of()) : null;
        }
    }

    @Test
    void aFailureIsSaidAgain() {
        Breaking cursor = new Breaking();
        cursor.next();
        cursor.next();

        assertThatThrownBy(cursor::next)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("events.txt breaks off in event 3")
                .hasMessageContaining("2 events are complete");
        assertThatThrownBy(cursor::next).isInstanceOf(BadInput.class).hasMessageContaining("event 3");
        assertThat(cursor.reads).isEqualTo(3);
    }

    @Test
    void theEndStays() {
        Ending cursor = new Ending(1);

        assertThat(cursor.next()).extracting(Event::number).isEqualTo(1L);
        assertThat(cursor.next()).isNull();
        assertThat(cursor.next()).isNull();
        assertThat(cursor.reads).isEqualTo(2);
    }

    @Test
    void noEventsAreAFailure() {
        Ending cursor = new Ending(0);

        assertThatThrownBy(cursor::next).isInstanceOf(BadInput.class).hasMessageContaining("has no events");
        assertThatThrownBy(cursor::next).isInstanceOf(BadInput.class).hasMessageContaining("has no events");
    }
}
