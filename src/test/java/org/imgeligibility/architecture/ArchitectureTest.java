package org.imgeligibility.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The package tree is the architecture: arrows run from left to right only, and one package knows the engine. */
@AnalyzeClasses(packages = "org.imgeligibility", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ARROWS = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("facts").definedBy("org.imgeligibility.facts..")
            .layer("rulebase").definedBy("org.imgeligibility.rulebase..")
            .layer("verdict").definedBy("org.imgeligibility.verdict..")
            .layer("evaluation").definedBy("org.imgeligibility.evaluation..")
            .layer("regression").definedBy("org.imgeligibility.regression..")
            .layer("lint").definedBy("org.imgeligibility.lint..")
            .layer("catalogue").definedBy("org.imgeligibility.catalogue..")
            .layer("watch").definedBy("org.imgeligibility.watch..")
            .layer("batch").definedBy("org.imgeligibility.batch..")
            .layer("web").definedBy("org.imgeligibility.web..")
            .layer("cli").definedBy("org.imgeligibility.cli..")
            .whereLayer("rulebase").mayOnlyAccessLayers("facts")
            .whereLayer("verdict").mayOnlyAccessLayers("facts", "rulebase")
            .whereLayer("evaluation").mayOnlyAccessLayers("facts", "rulebase", "verdict")
            .whereLayer("regression").mayOnlyAccessLayers("facts", "rulebase", "verdict", "evaluation")
            .whereLayer("lint").mayOnlyAccessLayers("facts", "rulebase")
            .whereLayer("catalogue").mayOnlyAccessLayers("facts", "rulebase", "verdict")
            .whereLayer("watch").mayOnlyAccessLayers("facts", "rulebase", "verdict", "evaluation", "regression")
            .whereLayer("batch").mayOnlyAccessLayers("facts", "rulebase", "verdict", "evaluation")
            .whereLayer("web").mayOnlyAccessLayers("facts", "rulebase", "verdict", "evaluation", "regression", "catalogue", "watch")
            .whereLayer("web").mayOnlyBeAccessedByLayers("cli")
            .whereLayer("facts").mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule ENGINE = noClasses().that().resideOutsideOfPackage("org.imgeligibility.rulebase")
            .should().dependOnClassesThat().resideInAnyPackage("org.kie..", "org.drools..");

    @ArchTest
    static final ArchRule LANGUAGE_BEFORE_RULEBASE = noClasses().that().resideInAPackage("org.imgeligibility.rulebase.language")
            .should().dependOnClassesThat().resideInAPackage("org.imgeligibility.rulebase");

    /** Whatever it reads becomes objects, so that it may read nothing but what the build wrote. */
    @ArchTest
    static final ArchRule READ_BACK = noClasses().that().doNotHaveFullyQualifiedName("org.imgeligibility.rulebase.Prepared").and().haveNameNotMatching(".*RecordReader.*")
            .should().dependOnClassesThat().haveFullyQualifiedName("org.imgeligibility.rulebase.RecordReader");
}
