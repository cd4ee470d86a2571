using System.Linq.Expressions;
using FluentProfiles.Model;

namespace FluentProfiles.Planning.Conditions;

/// <summary>The conditions of a query that change what is asked of the service: sets of statuses and ids, bounds on the time of
/// creation. Several of a kind intersect.</summary>
internal sealed class ServiceFilters
{
    private static readonly ValueSetTranslator<EnforcementStatus> StatusSets = new(ProfileSchema.EnforcementStatus);
    private static readonly ValueSetTranslator<string?> IdSets = new(ProfileSchema.Id);

    /// <summary>The statuses to filter by; null for no such filter.</summary>
    public IReadOnlyList<EnforcementStatus>? Statuses { get; private set; }

    /// <summary>The ids to look up; null for no such filter.</summary>
    public IReadOnlyList<string>? Ids { get; private set; }

    /// <summary>The bounds on the time of creation.</summary>
    public CreatedAtRange Created { get; private set; } = CreatedAtRange.All;

    /// <summary>Whether no profile can pass.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Takes a condition, or declines it.</summary>
    public bool TryAdd(Expression condition)
    {
        if (condition is ConstantExpression { Value: bool holds })
            IsEmpty |= !holds;
        else if (SendableStatuses(condition) is { } statuses)
            Statuses = Intersect(Statuses, statuses);
        else if (IdSets.Translate(condition) is { } ids)
            Ids = Intersect(Ids, [.. ids.OfType<string>().Where(CanBeId)]);
        else if (CreatedAtTranslator.Translate(condition) is { } range)
            IsEmpty |= (Created = Created.Intersect(range)).IsEmpty;
        else
            return false;
        return true;
    }

    private IReadOnlyList<T> Intersect<T>(IReadOnlyList<T>? known, IReadOnlyList<T> more)
    {
        var both = known is null ? more : [.. known.Intersect(more)];
        IsEmpty |= both.Count == 0;
        return both;
    }

    // The default value stands for "null or not served", which no parameter can say.
    private static IReadOnlyList<EnforcementStatus>? SendableStatuses(Expression condition) =>
        StatusSets.Translate(condition) is { } statuses && !statuses.Contains(default) ? statuses : null;

    // What can't stand in an address can't be an id of the service.
    private static bool CanBeId(string text) => text is not ("" or "." or "..");
}
