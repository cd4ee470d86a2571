using System.Collections.Concurrent;
using FluentProfiles.Tests.Properties.Expressions.Grammar.PushDown;
using FluentProfiles.Tests.Properties.Expressions.Grammar.Searches;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>The grammar: families of productions, each asked for the productions that give a type.</summary>
internal static class Rules
{
    private static readonly Func<Type, IEnumerable<Production>>[] Families =
    [
        MemberRules.For,
        MethodRules.For,
        ClosureRules.For,
        OperatorRules.For,
        OwnOperatorRules.For,
        ComparisonRules.For,
        LogicRules.For,
        ConversionRules.For,
        EnumRules.For,
        MembershipRules.For,
        SequenceSearchRules.For,
        LinqRules.For,
        CreationRules.For,
        PartRules.For,
        InvocationRules.For,
        OneShotRules.For,
        PushDownRules.For,
    ];

    private static readonly ConcurrentDictionary<Type, (Production[] Any, Production[] Leaves)> ByType = [];

    /// <summary>The productions for a type, and those of them that need no other expression.</summary>
    public static (Production[] Any, Production[] Leaves) Of(Type type) =>
        ByType.GetOrAdd(
            type,
            type =>
            {
                var all = Families.SelectMany(family => family(type)).ToArray();
                return (all, Array.FindAll(all, rule => rule.IsLeaf));
            }
        );
}
