using System.Linq.Expressions;
using FluentProfiles.Expressions.Forms;
using FluentProfiles.Sources;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Planning.Filters;

/// <summary>The conditions of a query that change what is requested: values of filters, sets of ids, bounds on times. Several
/// conditions of a kind intersect.</summary>
/// <param name="capabilities">What the source does itself.</param>
/// <param name="quantifiers">What the quantifiers of the query have given.</param>
internal sealed class ServiceFilters(SourceCapabilities capabilities, KnownQuantifiers quantifiers)
{
    // Whatever reads a tree does so level by level, on the stack of the caller.
    private const int MostLevels = 100;

    private readonly ConditionTranslator translator = new(quantifiers);
    private ServiceBounds bounds = ServiceBounds.All;
    private bool areNamed;

    /// <summary>The values to filter by.</summary>
    public FilterValues Values => bounds.Values;

    /// <summary>The ids to look up; null for no such filter.</summary>
    public IReadOnlyList<string>? Ids => bounds.Ids;

    /// <summary>The bounds on times.</summary>
    public TimeIntervals Times => bounds.Times;

    /// <summary>True when a condition names the profiles by their ids, so that few come.</summary>
    public bool NameProfiles => Ids is not null || areNamed || NameUnknownProfiles;

    /// <summary>True when a condition names the profiles by ids that only a run reads.</summary>
    public bool NameUnknownProfiles { get; private set; }

    /// <summary>True when no profile can pass.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The conditions that the source applies as they are.</summary>
    public SourceConditions Conditions { get; private set; } = SourceConditions.None;

    /// <summary>Adds the parts of a predicate, from left to right, that the source can apply.</summary>
    /// <param name="predicate">The predicate.</param>
    /// <param name="onlyConstants">True to leave all parts but constants to the client.</param>
    /// <returns>The parts that are left for the client; null for none.</returns>
    public Expression? PushDown(Expression predicate, bool onlyConstants) =>
        LogicChain.WithoutOnlyTrue(predicate) switch
        {
            BinaryExpression { NodeType: ExpressionType.AndAlso } both => PushDownBoth(both, onlyConstants),
            var left when onlyConstants && left is not ConstantExpression => left,
            var one => TryAdd(one) ? null : one,
        };

    private Expression? PushDownBoth(BinaryExpression both, bool onlyConstants)
    {
        var (left, right) = (PushDown(both.Left, onlyConstants), PushDown(both.Right, onlyConstants));
        return left is null || right is null ? left ?? right : both.Update(left, both.Conversion, right);
    }

    /// <summary>Adds as much of a condition as the source can apply, and returns true when that is all of it.</summary>
    private bool TryAdd(Expression condition)
    {
        var added = translator.Translate(condition);
        NameUnknownProfiles |= added.AreNamed;
        if (capabilities.TakesConditions && !added.IsEmpty && !added.IsEverything)
            return TryAddToTree(condition, added);
        if (!added.IsOpen && added != ServiceBounds.None)
            bounds = bounds.IsOpen ? added : bounds.And(added);
        IsEmpty |= added.IsEmpty || bounds.IsEmpty;
        return added.IsExact || added.IsEmpty;
    }

    private bool TryAddToTree(Expression condition, ServiceBounds added)
    {
        if (ConditionTree.Translate(condition) is not { Height: <= MostLevels } node)
            return false;
        var support = capabilities.SupportOf(node);
        Conditions = Conditions.With(node, support);
        areNamed |= added.Ids is not null && support != FilterSupport.None;
        return support == FilterSupport.Exact;
    }
}
