package org.imgeligibility.regression.mutation;

import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Word;

/** Which rules a fixture can speak of: those that outcomes, reasons, missing facts, classifications and refusals come from. */
public final class Deciding {

    private Deciding() {
    }

    public static boolean decides(Rule rule) {
        return rule.word().isFinding() || rule.word() == Word.REQUIRE || rule.word() == Word.NOT_APPLICABLE || rule.word() == Word.CLASSIFY || rule.word() == Word.REFUSE;
    }
}
