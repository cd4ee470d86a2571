using System.Linq.Expressions;
using FluentProfiles.Sources;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Planning.Filters;

/// <summary>The conditions of a query that change what is asked of the service: values of filters, sets of ids, bounds on
/// times. Several of a kind intersect.</summary>
internal sealed class ServiceFilters(SourceCapabilities capabilities)
{
    private ServiceBounds bounds = ServiceBounds.All;
    private bool areNamed;

    /// <summary>The values to filter by.</summary>
    public FilterValues Values => bounds.Values;

    /// <summary>The ids to look up; null for no such filter.</summary>
    public IReadOnlyList<string>? Ids => bounds.Ids;

    /// <summary>The bounds on times.</summary>
    public TimeIntervals Times => bounds.Times;

    /// <summary>True when a condition names the profiles by their ids, so that few come.</summary>
    public bool NameProfiles => Ids is not null || areNamed;

    /// <summary>True when no profile can pass.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The conditions that the source applies as they are.</summary>
    public SourceConditions Conditions { get; private set; } = SourceConditions.None;

    /// <summary>Takes of a condition what it can, and returns true when that is all of it.</summary>
    public bool TryAdd(Expression condition)
    {
        var added = ConditionTranslator.Translate(condition);
        if (capabilities.TakesConditions && !added.IsEmpty && !added.IsEverything)
            return TryAddToTree(condition, added);
        if (!added.IsOpen && added != ServiceBounds.None)
            bounds = bounds.IsOpen ? added : bounds.And(added);
        IsEmpty |= added.IsEmpty || bounds.IsEmpty;
        return added.IsExact || added.IsEmpty;
    }

    private bool TryAddToTree(Expression condition, ServiceBounds added)
    {
        if (ConditionTree.Translate(condition) is not { } node)
            return false;
        var support = capabilities.SupportOf(node);
        Conditions = Conditions.With(node, support);
        areNamed |= added.Ids is not null && support != FilterSupport.None;
        return support == FilterSupport.Exact;
    }
}
