using System.Linq.Expressions;
using FluentProfiles.Sources;

namespace FluentProfiles.Planning.Filters;

/// <summary>The conditions of a query that change what is asked of the service: values of filters, sets of ids, bounds on the time of
/// creation. Several of a kind intersect.</summary>
internal sealed class ServiceFilters
{
    private ServiceBounds bounds = ServiceBounds.All;

    /// <summary>The values to filter by.</summary>
    public FilterValues Values => bounds.Values;

    /// <summary>The ids to look up; null for no such filter.</summary>
    public IReadOnlyList<string>? Ids => bounds.Ids;

    /// <summary>The bounds on the time of creation.</summary>
    public CreatedAtRange Created => bounds.Created;

    /// <summary>Whether no profile can pass.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Takes of a condition what it can, and returns true when that is all of it.</summary>
    public bool TryAdd(Expression condition)
    {
        var added = ConditionTranslator.Translate(condition);
        if (!added.IsOpen && added != ServiceBounds.None)
            bounds = bounds.IsOpen ? added : bounds.And(added);
        IsEmpty |= added.IsEmpty || bounds.IsEmpty;
        return added.IsExact || added.IsEmpty;
    }
}
