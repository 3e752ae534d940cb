package org.imgeligibility.rulebase;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.imgeligibility.rulebase.language.DrlPrinter;

/**
 * The engine's classes for one content of the rule folder, as one archive: made at build time for the built-in
 * rules, and kept in a folder of the user's for edited ones.
 *
 * @param classes byte code by class name
 * @param models  the classes that hold the rules
 */
record CompiledRules(Map<String, byte[]> classes, List<String> models) {

    private static final String MODELS = "models";

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, MODELS, String.join("\n", models).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> one : classes.entrySet()) {
                put(zip, one.getKey(), one.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    static CompiledRules from(byte[] archive) throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                classes.put(entry.getName(), zip.readAllBytes());
            }
        }
        byte[] models = classes.remove(MODELS);
        if (models == null) {
            throw new IOException("not an archive of compiled rules");
        }
        return new CompiledRules(classes, new String(models, StandardCharsets.UTF_8).lines().toList());
    }

    /** A loader of these classes, kept apart so that two contents of the same type can live side by side. */
    ClassLoader loader() {
        return loader(CompiledRules.class.getClassLoader());
    }

    /** The same over classes that were loaded before; of two with one name its own counts. */
    ClassLoader loader(ClassLoader before) {
        return new ClassLoader(before) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    Class<?> loaded = findLoadedClass(name);
                    byte[] code = classes.get(name);
                    return loaded != null ? loaded : code == null ? super.loadClass(name, resolve) : defineClass(name, code, 0, code.length);
                }
            }
        };
    }

    /** The rules without the types they test, which are loaded already. */
    CompiledRules withoutTypes() {
        Map<String, byte[]> others = new LinkedHashMap<>(classes);
        others.keySet().removeIf(DrlPrinter::isType);
        return new CompiledRules(others, models);
    }
}
