package org.imgeligibility.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.Tree;
import org.imgeligibility.facts.TreeReader;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A run with a case that passes, one that differs twice and one that is malformed, as JUnit XML and as JSON. */
class ReportsTest {

    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());
    private static final String CASES = """
            defaults: { asOf: 2026-03-01, applicant: { school: { country: IN }, ecfmg: { hasId: false } } }
            cases:
              - { id: right, says: Passes, expect: { img: "YES" } }
              - { id: wrong, says: "Says <b> & \\"c\\" \\u0007", expect: { img: "NO", ecfmg-application: { outcome: ELIGIBLE, missing: [] } } }
              - { id: odd, says: Is malformed }
            """;

    @TempDir
    private Path folder;
    private Regression.Result result;

    @BeforeEach
    void run() throws IOException {
        Files.createDirectories(folder.resolve("set/sub"));
        Files.writeString(folder.resolve("set/sub/some.yaml"), CASES);
        result = Regression.of(folder.resolve("set"), EVALUATOR).run();
    }

    private static void validate(String xml) throws IOException, SAXException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(ReportsTest.class.getResource("/junit.xsd")).newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    @Test
    void theXmlFollowsTheSchemaThatCiSystemsExpect() {
        String xml = JUnitReport.of(result);
        assertThatCode(() -> validate(xml)).doesNotThrowAnyException();
        assertThatThrownBy(() -> validate(xml.replace("<failure", "<fault").replace("</failure", "</fault"))).isInstanceOf(SAXException.class);
        assertThatThrownBy(() -> validate(xml.replaceFirst("tests=\"3\"", "tests=\"three\""))).isInstanceOf(SAXException.class);
    }

    @Test
    void theXmlCountsAndTellsEachCaseOnce() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(JUnitReport.of(result).getBytes(StandardCharsets.UTF_8)));
        Element root = xml.getDocumentElement();
        assertThat(root.getAttribute("tests") + root.getAttribute("failures") + root.getAttribute("errors")).isEqualTo("311");
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        assertThat(((Element) xml.getElementsByTagName("testcase").item(1)).getAttribute("name")).isEqualTo("wrong: Says <b> & \"c\"  ");
        Element failure = (Element) xml.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("img: expected NO, actual YES; ecfmg-application: expected ELIGIBLE missing nothing, actual NOT_YET because of usmle-id missing /school/worldDirectoryNote");
        assertThat(failure.getTextContent()).contains("There is no USMLE/ECFMG Identification Number");
        assertThat(((Element) xml.getElementsByTagName("error").item(0)).getAttribute("message")).startsWith("a case without expectation");
    }

    @Test
    void theJsonHoldsWhatAScriptNeeds() {
        Tree.Mapping json = (Tree.Mapping) TreeReader.readJson(JsonReport.of("sha256:x", result, Optional.empty())).root();
        assertThat(json.entries().keySet()).containsExactly("rules", "cases", "malformed", "differences", "folders");
        assertThat(json.entries().get("cases")).isEqualTo(new Tree.Scalar(2, 1));
        Tree.Mapping second = (Tree.Mapping) ((Tree.Sequence) json.entries().get("differences")).items().get(1);
        assertThat(second.entries().keySet()).containsExactly("file", "line", "id", "says", "asOf", "reading", "of", "expected", "actual", "holds", "rules");
        assertThat(second.entries().get("file")).isEqualTo(new Tree.Scalar("set/sub/some.yaml", 1));
        assertThat(((Tree.Mapping) second.entries().get("holds")).entries()).containsOnlyKeys("outcome", "missing");
        assertThat(json.entries().get("folders").toString()).contains("set/sub", "value=1");
    }
}
