package org.imgeligibility.rulebase;

import org.drools.base.base.ValueResolver;
import org.drools.base.base.ValueType;
import org.drools.base.base.extractors.BaseObjectClassFieldReader;
import org.drools.base.base.field.ObjectFieldImpl;
import org.drools.base.rule.IndexableConstraint;
import org.drools.base.rule.accessor.FieldValue;
import org.drools.base.rule.accessor.ReadAccessor;
import org.drools.base.rule.accessor.TupleValueExtractor;
import org.drools.base.util.IndexedValueReader;
import org.drools.base.util.index.ConstraintTypeOperator;
import org.imgeligibility.rulebase.language.Condition;
import org.imgeligibility.rulebase.language.Slots;
import org.kie.api.KieBaseConfiguration;

/** A condition that a value is a constant: among several about one value, the network finds the one that holds by looking it up. */
final class ConstantConstraint extends RowConstraint implements IndexableConstraint {

    private final transient FieldValue constant;
    private final transient ReadAccessor reader;

    ConstantConstraint(Condition condition, Slots.Constant constant) {
        super(condition);
        this.constant = new ObjectFieldImpl(constant.value());
        this.reader = new Reader(constant);
    }

    @Override
    public boolean isIndexable(int nodeType, KieBaseConfiguration configuration) {
        return true;
    }

    @Override
    public ConstraintTypeOperator getConstraintType() {
        return ConstraintTypeOperator.EQUAL;
    }

    @Override
    public FieldValue getField() {
        return constant;
    }

    @Override
    public ReadAccessor getFieldExtractor() {
        return reader;
    }

    @Override
    public boolean isUnification() {
        return false;
    }

    /** Only joins ask for this and the next two. */
    @Override
    public IndexedValueReader getFieldIndex() {
        return null;
    }

    @Override
    public TupleValueExtractor getRightIndexExtractor() {
        return null;
    }

    @Override
    public TupleValueExtractor getLeftIndexExtractor() {
        return null;
    }

    /** The value in the row of a case, for the index of the network. */
    private static final class Reader extends BaseObjectClassFieldReader {

        Reader(Slots.Constant constant) {
            super(constant.column(), constant.value().getClass(), ValueType.determineValueType(constant.value().getClass()));
        }

        @Override
        public Object getValue(ValueResolver resolver, Object fact) {
            return ((Case) fact).row()[getIndex()];
        }
    }
}
