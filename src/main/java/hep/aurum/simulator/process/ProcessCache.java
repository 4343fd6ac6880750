package hep.aurum.simulator.process;

import hep.aurum.base.BadInput;
import hep.aurum.base.Sha256;
import hep.aurum.base.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keep the files of finished jobs in a folder.
 *
 * <p>The files of a job are in a sub-folder named by the first half of the job's key. It is made under another name and
 * renamed when it is complete, so a run that is killed leaves a part folder, which the next run of the job removes together
 * with the processes that may still write to it. Several runs, on several machines that share the folder, may use one cache.
 */
public final class ProcessCache {

    /** The folder beside the events that says what made them. */
    static final String RECORD = "record";

    private static final String JOB = "job.txt";
    private static final String FAILURE = "failure.txt";
    private static final int NAME = 32;
    private static final long LARGEST_RECORD = 64L << 20;

    private final Path folder;

    private ProcessCache(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Use a folder, which is created when it is needed. */
    public static ProcessCache at(Path folder) {
        return new ProcessCache(folder);
    }

    /** Return the folder. */
    public Path folder() {
        return folder;
    }

    /** Return the name by which a job is known in the folder. */
    static String name(String jobText) {
        return Sha256.ofText(jobText).substring(0, NAME);
    }

    Path file(String jobText, ProcessCommand command) {
        return folder.resolve(name(jobText)).resolve(fileName(command));
    }

    private Path lockFile(String name) throws IOException {
        return Files.createDirectories(folder.resolve("locks")).resolve(name);
    }

    JobLock lock(String name) throws InterruptedException {
        try {
            return JobLock.acquire(lockFile(name));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Take the first free lock of those with a number, for work that leaves nothing behind. */
    Numbered numbered(String name) {
        try {
            for (int i = 0; ; i++) {
                String candidate = name + ".stream" + i;
                Optional<JobLock> lock = JobLock.tryAcquire(lockFile(candidate));
                if (lock.isPresent()) {
                    return new Numbered(candidate, lock.get());
                }
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Hold a lock and its name. */
    record Numbered(String name, JobLock lock) {}

    private BadInput unusable(IOException e) {
        return new BadInput(
                "cannot use the folder of generated events " + folder + ": " + e,
                "",
                "choose a folder that can be written to, on a disk with space");
    }

    /**
     * Look for the file of a job; the caller holds its lock.
     *
     * @param remarks where to say that an entry was damaged; it is removed
     */
    Optional<ProcessOutput> find(String jobText, ProcessCommand command, ProcessJob job, List<String> remarks) {
        Path entry = folder.resolve(name(jobText));
        if (!Files.isDirectory(entry)) {
            return Optional.empty();
        }
        try {
            Path file = entry.resolve(fileName(command));
            String sum = Files.isRegularFile(file) ? Sha256.ofFile(file) : "";
            String damage = damage(entry, file, jobText, Optional.of(sum));
            if (damage.isEmpty()) {
                return Optional.of(new ProcessOutput(job, file, Files.size(file), sum, true, List.of()));
            }
            remarks.add("the generated file " + file + " is made again, for " + damage);
            Folders.delete(entry);
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Say what is wrong with an entry; its checksum is looked at where it is given. */
    private static String damage(Path entry, Path file, String jobText, Optional<String> sum) throws IOException {
        Path record = entry.resolve(RECORD).resolve(JOB);
        if (!Files.isRegularFile(record) || Files.size(record) > LARGEST_RECORD || !Files.isRegularFile(file)) {
            return "a part of it is missing";
        }
        String text = new String(Files.readAllBytes(record), StandardCharsets.UTF_8);
        if (!text.startsWith(jobText)) {
            return "its record is that of another job";
        }
        List<String> results = text.substring(jobText.length()).lines().toList();
        if (!results.contains("result.bytes=" + Files.size(file))) {
            return "its size is not that of its record";
        }
        boolean isSame =
                sum.map(hex -> results.contains("result.sha256=" + hex)).orElse(true);
        return isSame ? "" : "its checksum is not that of its record";
    }

    private static Path fileName(ProcessCommand command) {
        return Path.of(command.output()).getFileName();
    }

    /** Say how far a job is, without reading its file. */
    JobState state(String jobText, ProcessCommand command) {
        String name = name(jobText);
        if (!Files.isDirectory(folder)) {
            return JobState.MISSING;
        }
        try {
            Optional<JobLock> lock = JobLock.tryAcquire(lockFile(name));
            if (lock.isEmpty()) {
                return JobState.RUNNING;
            }
            try (JobLock held = lock.get()) {
                Path entry = folder.resolve(name);
                if (Files.isDirectory(entry)
                        && damage(entry, entry.resolve(fileName(command)), jobText, Optional.empty())
                                .isEmpty()) {
                    return JobState.DONE;
                }
                boolean hasFailed = parts(name).stream().anyMatch(part -> Files.exists(part.resolve(FAILURE)));
                return hasFailed ? JobState.FAILED : JobState.MISSING;
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private List<Path> parts(String name) throws IOException {
        List<Path> parts = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, name + ".part-*")) {
            found.forEach(parts::add);
        }
        return parts;
    }

    /** Remove what earlier attempts have left, and end their processes; the caller holds the lock. */
    void sweep(String name) {
        try {
            for (Path part : parts(name)) {
                ProcessTree.leftBehind(part).end(ProcessCommand.Limits.STANDARD.grace());
                Folders.delete(part);
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Create the folder of an attempt, whose name no earlier run has used. */
    Path newPart(String name, int attempt) throws IOException {
        long run = ProcessHandle.current().pid();
        return Files.createDirectory(folder.resolve(name + ".part-" + run + "-" + attempt));
    }

    /** Write down why an attempt has failed, and what the program printed. */
    static void noteFailure(Attempt attempt, String reason) throws IOException {
        Path part = attempt.invocation().part();
        writePrints(attempt, part);
        Files.writeString(part.resolve(FAILURE), reason + "\n", StandardCharsets.UTF_8);
    }

    private static void writePrints(Attempt attempt, Path where) throws IOException {
        Files.write(where.resolve("stdout.txt"), attempt.printed());
        Files.write(where.resolve("stderr.txt"), attempt.complained());
    }

    /** Keep the events of a finished attempt with the record of what made them. */
    ProcessOutput keep(Path events, Attempt attempt, String jobText, ProcessJob job, List<String> remarks)
            throws IOException {
        Invocation made = attempt.invocation();
        Path done = Files.createDirectory(made.part().resolve("done"));
        Path record = Files.createDirectory(done.resolve(RECORD));
        Path fileName = fileName(made.command());
        Path kept = Files.move(events, done.resolve(fileName));
        String sum = Sha256.ofFile(kept);
        long bytes = Files.size(kept);
        StringBuilder text = new StringBuilder(jobText);
        JobText.line(text, "result.bytes", bytes);
        JobText.line(text, "result.sha256", sum);
        JobText.line(text, "result.command", made.line());
        JobText.line(text, "result.aurum", Version.number());
        remarks.forEach(remark -> JobText.line(text, "result.remark", remark));
        Files.writeString(record.resolve(JOB), text, StandardCharsets.UTF_8);
        writePrints(attempt, record);
        for (String card : made.command().files().keySet()) {
            Path to = record.resolve("cards").resolve(card).normalize();
            Files.createDirectories(to.getParent());
            if (Files.isRegularFile(made.work().resolve(card))) {
                Files.move(made.work().resolve(card), to);
            }
        }
        Path entry = folder.resolve(name(jobText));
        Files.move(done, entry, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(made.part());
        return new ProcessOutput(job, entry.resolve(fileName), bytes, sum, false, remarks);
    }
}
