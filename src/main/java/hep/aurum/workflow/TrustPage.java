package hep.aurum.workflow;

import hep.aurum.base.Version;
import hep.aurum.report.FactsItem;
import hep.aurum.report.FigureItem;
import hep.aurum.report.Item;
import hep.aurum.report.KeyNumber;
import hep.aurum.report.Numbers;
import hep.aurum.report.Report;
import hep.aurum.report.Section;
import hep.aurum.report.State;
import hep.aurum.report.TableItem;
import hep.aurum.report.TableItem.Cell;
import hep.aurum.report.TrustCheck;
import hep.aurum.report.Verdict;
import hep.aurum.trust.Finding;
import hep.aurum.trust.TrustReport;
import hep.aurum.trust.WhatToChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fill the page of an examination: verdict and advice, the checks at a glance, then each with picture and control. */
final class TrustPage {

    private final TrustResult result;
    private final TrustReport report;

    private TrustPage(TrustResult result) {
        this.result = result;
        this.report = result.report();
    }

    static Report of(TrustResult result) {
        return new TrustPage(result).report();
    }

    private Report report() {
        List<Section> sections = new ArrayList<>();
        if (!result.notes().isEmpty()) {
            sections.add(new Section("What is examined", List.of(new FactsItem(result.notes()))));
        }
        sections.add(new Section("All checks", List.of(overview())));
        result.changes().ifPresent(changes -> sections.add(new Section("What to change", List.of(changes(changes)))));
        for (int i = 0; i < report.results().size(); i++) {
            sections.add(section(report.results().get(i), "check" + (i + 1)));
        }
        return new Report(
                result.title(),
                "seed " + result.seed() + " · experiments of " + Numbers.count(result.experiment()) + " events · Aurum "
                        + Version.number(),
                verdict(),
                sections,
                "trust report");
    }

    private Verdict verdict() {
        List<String> sentences = new ArrayList<>();
        sentences.add(TrustWords.verdict(report));
        List<String> advice = TrustWords.advice(report);
        if (!advice.isEmpty()) {
            sentences.add("What to do: " + String.join("; ", advice) + ".");
        }
        List<TrustCheck> checks = report.results().stream()
                .map(check -> new TrustCheck(
                        TrustWords.state(check.state()),
                        check.finding().check(),
                        TrustWords.shown(check.finding().sentence()) + "; "
                                + TrustWords.twin(check, report.results().size()) + ".",
                        check.state() == TrustReport.State.BROKEN
                                ? check.finding().advice()
                                : "",
                        TrustWords.word(check)))
                .toList();
        return new Verdict("", sentences, numbers(), checks, TrustWords.word(report.state()));
    }

    private List<KeyNumber> numbers() {
        int all = report.results().size();
        double smallest = report.results().stream()
                .mapToDouble(check -> check.finding().pValue())
                .min()
                .orElse(1);
        return List.of(
                new KeyNumber(
                        "Proved",
                        TrustWords.count(report, TrustReport.State.PROVED) + " of " + all,
                        "passed, and saw the twin they have"),
                new KeyNumber(
                        "No power",
                        Long.toString(TrustWords.count(report, TrustReport.State.POWERLESS)),
                        "passed, but so did the twin"),
                new KeyNumber(
                        "Failed", Long.toString(TrustWords.count(report, TrustReport.State.BROKEN)), "do not use"),
                new KeyNumber(
                        "Smallest p-value",
                        Numbers.pValue(smallest),
                        "of " + all + "; a right ratio fails any check at most once in 100 times (Holm)"));
    }

    private TableItem overview() {
        TableItem table = TableItem.of(
                        "Checks and their controls",
                        "Check",
                        "Result",
                        "Figure",
                        "If right",
                        "p-value",
                        "p-value of twin",
                        "Twin")
                .withNote(
                        "Every check is made twice: on the ratio, and on a twin that was broken on purpose. A check that"
                                + " lets its twin pass proves nothing.");
        for (TrustReport.Result check : report.results()) {
            Finding finding = check.finding();
            table = table.withRow(
                    Cell.text(finding.check()),
                    Cell.state(TrustWords.state(check.state()), TrustWords.word(check)),
                    figure(finding),
                    Double.isFinite(finding.expected()) ? Cell.number(finding.expected()) : Cell.none(),
                    Cell.number(Numbers.pValue(finding.pValue()), finding.pValue()),
                    check.control()
                            .map(c -> Cell.number(Numbers.pValue(c.pValue()), c.pValue()))
                            .orElseGet(Cell::none),
                    check.twin().isEmpty() ? Cell.none() : Cell.text(TrustWords.shown(check.twin())));
        }
        return table;
    }

    private static Cell figure(Finding finding) {
        return Double.isFinite(finding.value()) ? Cell.plusMinus(finding.value(), finding.error()) : Cell.none();
    }

    private static Section section(TrustReport.Result check, String name) {
        List<Item> items = new ArrayList<>();
        items.add(facts(check));
        for (Picture picture : TrustPictures.of(check, name)) {
            items.add(FigureItem.of(
                    picture.figure(),
                    picture.name(),
                    picture.caption(),
                    JsonText.of(picture.figure().data())));
        }
        State state = TrustWords.state(check.state());
        return new Section(
                capital(check.finding().check()) + ": " + state.sign() + " " + TrustWords.word(check), items);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static FactsItem facts(TrustReport.Result check) {
        Finding finding = check.finding();
        Map<String, String> facts = new LinkedHashMap<>();
        String question = TrustQuestions.of(finding.check());
        if (!question.isEmpty()) {
            facts.put("Question", question);
        }
        facts.put("Found", TrustWords.shown(finding.sentence()));
        facts.put("Figure", TrustWords.figure(finding) + ", p = " + TrustWords.pValue(finding.pValue()));
        check.control()
                .ifPresent(control -> facts.put(
                        "Control",
                        "broken twin “" + TrustWords.shown(check.twin()) + "”: " + TrustWords.figure(control) + ", p = "
                                + TrustWords.pValue(control.pValue()) + "; " + TrustWords.shown(control.sentence())));
        facts.put("Power", finding.power());
        facts.put(check.state() == TrustReport.State.BROKEN ? "Do" : "If it failed", finding.advice());
        return new FactsItem(facts);
    }

    private static TableItem changes(WhatToChange changes) {
        List<String> columns = new ArrayList<>(List.of("Training"));
        for (Finding finding : changes.before()) {
            columns.add(finding.check() + " (right: " + Numbers.plain(finding.expected()) + ")");
            columns.add("Effect on " + finding.check());
        }
        TableItem table = TableItem.of("The same checks on other trainings", columns.toArray(new String[0]))
                .withNote(
                        "The same random numbers throughout. A change counts where it moves a figure by more than twice"
                                + " what another seed does and by more than its error.");
        List<Cell> first = new ArrayList<>(List.of(Cell.text("as it is")));
        changes.before().forEach(f -> {
            first.add(figure(f));
            first.add(Cell.none());
        });
        table = table.withRow(first.toArray(new Cell[0]));
        for (WhatToChange.Row row : changes.rows()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.text(row.change().words())));
            for (int i = 0; i < row.after().size(); i++) {
                cells.add(figure(row.after().get(i)));
                cells.add(Cell.text(row.effects().get(i).words()));
            }
            table = table.withRow(cells.toArray(new Cell[0]));
        }
        return table;
    }
}
