package org.imgeligibility.cli;

import java.util.concurrent.Callable;
import org.imgeligibility.catalogue.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the policy. */
@Command(name = "catalogue", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Lists every question, requirement, rule, source and table.")
final class CatalogueCommand implements Callable<Integer> {

    enum Format { TEXT, JSON, MD }

    @Spec
    private CommandSpec spec;
    @Mixin
    private RulesOption rules;
    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), json or md.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        Catalogue catalogue = new Catalogue(rules.policy());
        spec.commandLine().getOut().println(switch (format) {
            case JSON -> catalogue.json();
            case MD -> catalogue.markdown();
            case TEXT -> catalogue.text();
        });
        return 0;
    }
}
