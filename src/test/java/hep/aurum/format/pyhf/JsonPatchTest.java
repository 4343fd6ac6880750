package hep.aurum.format.pyhf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 6902, appendix A, and what a hostile patch may try. */
class JsonPatchTest {

    private static PyhfDocument apply(String document, String patch) {
        return PyhfDocument.parse(document, "document").patched(JsonPatch.parse(patch, "patch"));
    }

    @ParameterizedTest(name = "A.{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1|{'foo':'bar'}|[{'op':'add','path':'/baz','value':'qux'}]|{'baz':'qux','foo':'bar'}",
                "2|{'foo':['bar','baz']}|[{'op':'add','path':'/foo/1','value':'qux'}]|{'foo':['bar','qux','baz']}",
                "3|{'baz':'qux','foo':'bar'}|[{'op':'remove','path':'/baz'}]|{'foo':'bar'}",
                "4|{'foo':['bar','qux','baz']}|[{'op':'remove','path':'/foo/1'}]|{'foo':['bar','baz']}",
                "5|{'baz':'qux','foo':'bar'}|[{'op':'replace','path':'/baz','value':'boo'}]|{'baz':'boo','foo':'bar'}",
                "6|{'foo':{'bar':'baz','waldo':'fred'},'qux':{'corge':'grault'}}|[{'op':'move','from':'/foo/waldo','path':'/qux/thud'}]|{'foo':{'bar':'baz'},'qux':{'corge':'grault','thud':'fred'}}",
                "7|{'foo':['all','grass','cows','eat']}|[{'op':'move','from':'/foo/1','path':'/foo/3'}]|{'foo':['all','cows','eat','grass']}",
                "8|{'baz':'qux','foo':['a',2,'c']}|[{'op':'test','path':'/baz','value':'qux'},{'op':'test','path':'/foo/1','value':2}]|{'baz':'qux','foo':['a',2,'c']}",
                "10|{'foo':'bar'}|[{'op':'add','path':'/child','value':{'grandchild':{}}}]|{'foo':'bar','child':{'grandchild':{}}}",
                "11|{'foo':'bar'}|[{'op':'add','path':'/baz','value':'qux','xyz':123}]|{'foo':'bar','baz':'qux'}",
                "14|{'/':9,'~1':10}|[{'op':'test','path':'/~01','value':10}]|{'/':9,'~1':10}",
                "16|{'foo':['bar']}|[{'op':'add','path':'/foo/-','value':['abc','def']}]|{'foo':['bar',['abc','def']]}",
                "copy|{'a':[1],'b':2}|[{'op':'copy','from':'/a','path':'/b'},{'op':'add','path':'/b/0','value':0}]|{'a':[1],'b':[0,1]}",
                "whole|{'a':1}|[{'op':'replace','path':'','value':[1]}]|[1]",
                "number|{'a':1.0}|[{'op':'test','path':'/a','value':1}]|{'a':1.0}"
            })
    void examplesOfTheStandard(String number, String document, String patch, String expected) {
        PyhfDocument patched = apply(document.replace('\'', '"'), patch.replace('\'', '"'));

        assertThat(patched.root())
                .isEqualTo(PyhfDocument.parse(expected.replace('\'', '"'), "expected")
                        .root());
    }

    @ParameterizedTest(name = "A.{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "9|{'baz':'qux'}|[{'op':'test','path':'/baz','value':'bar'}]|\"/baz\" in document is not what the patch expects",
                "12|{'foo':'bar'}|[{'op':'add','path':'/baz/bat','value':'qux'}]|there is no \"/baz\"",
                "13|{'foo':'bar'}|[{'op':'add','path':'/baz','value':'qux','op':'remove'}]|not valid JSON",
                "15|{'/':9,'~1':10}|[{'op':'test','path':'/~01','value':'10'}]|not what the patch expects",
                "index|{'a':[1]}|[{'op':'add','path':'/a/2','value':1}]|\"2\" is no index of \"/a/2\" in document, which has",
                "zero|{'a':[1,2]}|[{'op':'remove','path':'/a/01'}]|\"01\" is no index",
                "dash|{'a':[1,2]}|[{'op':'remove','path':'/a/-'}]|\"-\" is no index",
                "self|{'a':{}}|[{'op':'move','from':'/a','path':'/a/b'}]|cannot move into itself",
                "op|{}|[{'op':'ad','path':'/a','value':1}]|unknown operation \"ad\"",
                "value|{}|[{'op':'add','path':'/a'}]|\"value\" is missing",
                "pointer|{}|[{'op':'add','path':'a','value':1}]|\"a\" is no JSON pointer",
                "tilde|{}|[{'op':'add','path':'/~2','value':1}]|\"/~2\" is no JSON pointer",
                "root|{}|[{'op':'remove','path':''}]|the whole document cannot be removed",
                "list|{}|{'op':'remove'}|not a list of operations"
            })
    void whatDoesNotFitIsRefused(String number, String document, String patch, String what) {
        assertThatThrownBy(() -> apply(document.replace('\'', '"'), patch.replace('\'', '"')))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(what);
    }

    @Test
    void aPatchThatFailsChangesNothing() {
        PyhfDocument document = PyhfDocument.parse("{\"a\": 1}", "document");
        JsonPatch patch =
                JsonPatch.parse("[{\"op\":\"remove\",\"path\":\"/a\"},{\"op\":\"remove\",\"path\":\"/a\"}]", "patch");

        assertThatThrownBy(() -> document.patched(patch)).hasMessageContaining("operation 1");

        assertThat(document.root().has("a")).isTrue();
    }

    @Test
    void patchesThatDoubleTheDocumentAreStopped() {
        String deeper = "{\"op\":\"copy\",\"from\":\"\",\"path\":\"/a\"},";
        String wider = "{\"op\":\"copy\",\"from\":\"/w\",\"path\":\"/w/-\"},";

        assertThatThrownBy(() -> apply("{\"a\": 1}", "[" + deeper.repeat(100) + deeper.replace("},", "}]")))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> apply("{\"w\": []}", "[" + wider.repeat(100) + wider.replace("},", "}]")))
                .isInstanceOf(BadInput.class);
    }
}
