package hep.aurum.workflow;

import hep.aurum.report.FigureItem;
import hep.aurum.report.Item;
import hep.aurum.report.Report;
import hep.aurum.report.ReportPage;
import hep.aurum.report.Section;
import java.util.List;

/** Write the page of a study into its output folder. */
final class PageFile {

    /** What the page is called. */
    static final String NAME = "report.html";

    private PageFile() {}

    static void write(Report report, OutputFolder folder) {
        folder.write(NAME, ReportPage.html(report));
    }

    /** Put the figures on the page, in their order. */
    static Section pictures(List<Picture> pictures) {
        List<Item> items = pictures.stream()
                .<Item>map(picture -> FigureItem.of(
                        picture.figure(),
                        picture.name(),
                        picture.caption(),
                        JsonText.of(picture.figure().data())))
                .toList();
        return new Section("Pictures", items);
    }
}
