package org.imgeligibility.watch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Tells when something in some folders may have changed. Editors write a file in several steps or put another in its
 * place, so it waits until nothing has happened for a moment.
 */
final class FolderWatch implements AutoCloseable {

    private static final long QUIET_MILLIS = 150;
    /** What is saved without end is looked at nevertheless. */
    private static final int LONGEST_QUIETS = 10;

    private final List<Path> folders;
    private final WatchService watch;

    FolderWatch(List<Path> folders) throws IOException {
        this.folders = folders;
        this.watch = FileSystems.getDefault().newWatchService();
        register();
    }

    /** Whether something may have changed; waits so long at most. */
    boolean await(long millis) throws IOException, InterruptedException {
        WatchKey key = watch.poll(millis, TimeUnit.MILLISECONDS);
        if (key == null) {
            return false;
        }
        for (int quiets = 0; key != null && quiets < LONGEST_QUIETS; quiets++) {
            drain(key);
            key = watch.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
        register();
        return true;
    }

    private void drain(WatchKey first) {
        for (WatchKey key = first; key != null; key = watch.poll()) {
            key.pollEvents();
            key.reset();
        }
    }

    /** New folders are watched too; to watch one again changes nothing. */
    private void register() throws IOException {
        for (Path folder : folders) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
                    if (!directory.equals(folder) && directory.getFileName().toString().startsWith(".")) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path gone, IOException why) {
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
