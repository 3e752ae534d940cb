package org.imgeligibility.rulebase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.base.base.ClassObjectType;
import org.drools.core.common.DefaultFactHandle;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.PropagationContext;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.EntryPointNode;
import org.drools.core.reteoo.LeftInputAdapterNode;
import org.drools.core.reteoo.ObjectSource;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.core.reteoo.builder.BuildContext;

/**
 * Drools' network of conditions over one fact, without its agenda: no rule here waits for another, and none changes a
 * fact, so that what passes the last condition of a group has matched. Safe for use by many threads once it is filled.
 */
final class Network {

    private final BuildContext building;
    private final ObjectTypeNode root;
    private final Map<ObjectSource, Map<RowConstraint, AlphaNode>> after = new HashMap<>();

    Network() {
        InternalRuleBase base = RuleBaseFactory.newRuleBase();
        building = new BuildContext(base, List.of());
        EntryPointNode entry = base.getRete().getEntryPointNodes().values().iterator().next();
        root = new ObjectTypeNode(building.getNextNodeId(), entry, new ClassObjectType(Case.class), building);
    }

    /** @param tests all of which hold where the group matches; what begins alike with other groups is tested once */
    void add(List<RowConstraint> tests, Group group) {
        ObjectSource last = root;
        for (RowConstraint test : tests) {
            ObjectSource before = last;
            last = after.computeIfAbsent(before, any -> new HashMap<>()).computeIfAbsent(test, any -> node(before, test));
        }
        last.addObjectSink(new Matched(group));
    }

    private AlphaNode node(ObjectSource before, RowConstraint test) {
        AlphaNode node = new AlphaNode(building.getNextNodeId(), test, before, building);
        before.addObjectSink(node);
        return node;
    }

    /** Adds to a case every group that it matches. */
    void match(Case one) {
        root.getObjectSinkPropagator().propagateAssertObject(new DefaultFactHandle(one), null, null);
    }

    /** What stands where Drools would make an activation of a rule. */
    private static final class Matched extends LeftInputAdapterNode {

        private final Group group;

        Matched(Group group) {
            this.group = group;
        }

        @Override
        public void assertObject(InternalFactHandle handle, PropagationContext context, ReteEvaluator evaluator) {
            ((Case) handle.getObject()).found().add(group);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }
}
