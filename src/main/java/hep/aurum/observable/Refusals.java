package hep.aurum.observable;

import hep.aurum.base.BadInput;
import hep.aurum.observable.expression.Expression;
import hep.aurum.observable.expression.Frame;

/** Phrase why an event cannot be evaluated. */
final class Refusals {

    private Refusals() {}

    static BadInput missing(String subject, Expression expression, String object, Frame frame, String remedy) {
        if (object.startsWith(Frame.VALUE)) {
            return new BadInput(
                    "row " + frame.event().eventNumber() + " lacks " + object + ", which " + subject + " needs",
                    expression.text(),
                    remedy);
        }
        String collection = object.substring(0, object.lastIndexOf('['));
        String rank = object.substring(object.lastIndexOf('[') + 1, object.length() - 1)
                .strip();
        return new BadInput(
                "event " + frame.event().eventNumber() + " has no " + object + ", which " + subject + " needs",
                expression.text(),
                remedy + ", or cut on count(" + collection + ") >= " + rank + " before");
    }

    static BadInput hollow(String subject, Expression expression, String column, Frame frame, String remedy) {
        return new BadInput(
                "the column " + column + " has no finite number in row "
                        + frame.event().eventNumber() + ", which " + subject + " needs",
                expression.text(),
                remedy);
    }

    static BadInput undefined(String subject, Expression expression, double value, Frame frame) {
        String what = frame.isUndefined() ? "compares a number that is undefined" : "is " + value;
        return new BadInput(
                subject + " " + what + " in event " + frame.event().eventNumber() + ", expected finite numbers",
                expression.text(),
                "guard it, for example if(pt(a) > 0, eta(a), 0), or cut such events before");
    }
}
