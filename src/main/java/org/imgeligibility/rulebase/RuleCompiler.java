package org.imgeligibility.rulebase;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.imgeligibility.rulebase.language.DrlPrinter;
import org.imgeligibility.rulebase.language.Rule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/** Compiles a policy's rules into the engine's executable model. Takes seconds; see {@link RuleCache}. */
final class RuleCompiler {

    private static final String FOLDER = "src/main/resources/" + DrlPrinter.PACKAGE.replace('.', '/') + "/";

    private RuleCompiler() {
    }

    static CompiledRules compile(Policy policy) {
        return compile(types(policy), rules(policy));
    }

    static CompiledRules compile(String types, String rules) {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write(FOLDER + "types.drl", types);
        files.write(FOLDER + "rules.drl", rules);
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("The engine refuses rules that were checked: " + errors.get(0).getText());
        }
        InternalKieModule module = (InternalKieModule) builder.getKieModule();
        services.getRepository().removeKieModule(module.getReleaseId());
        return archive(module);
    }

    static String types(Policy policy) {
        return DrlPrinter.types(policy.types().byName().values());
    }

    static String rules(Policy policy) {
        return rules(policy.rules());
    }

    static String rules(List<Rule> rules) {
        return DrlPrinter.rules(rules, Matches.class.getName(), (rule, index) -> Engine.nameOf(rule));
    }

    /** A name for what a policy compiles to with this engine. */
    static String fingerprint(Policy policy) {
        String compiled = KieServices.class.getPackage().getImplementationVersion() + "\n" + types(policy) + rules(policy);
        return HexFormat.of().formatHex(RuleFiles.sha256(compiled.getBytes(StandardCharsets.UTF_8)));
    }

    private static CompiledRules archive(InternalKieModule module) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        List<String> models = List.of();
        for (String file : new TreeSet<>(module.getFileNames())) {
            if (file.endsWith(".class") && !file.contains("ProjectModel")) {
                classes.put(file.replace(".class", "").replace('/', '.'), module.getBytes(file));
            } else if (file.endsWith("/drools-model")) {
                models = new String(module.getBytes(file), StandardCharsets.UTF_8).lines().filter(line -> line.startsWith(DrlPrinter.PACKAGE)).sorted().toList();
            }
        }
        return new CompiledRules(classes, models);
    }
}
