package org.imgeligibility.rulebase.language;

/** The smallest part of a rule file. Text is unquoted and unescaped for strings. */
record Token(Kind kind, String text, Place place) {

    enum Kind { WORD, STRING, WHOLE_NUMBER, FRACTION, SYMBOL, END_OF_FILE }

    boolean is(String wanted) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wanted);
    }

    @Override
    public String toString() {
        return kind == Kind.END_OF_FILE ? "the end of the file" : "'" + text + "'";
    }
}
