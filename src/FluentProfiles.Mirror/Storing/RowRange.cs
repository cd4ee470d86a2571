namespace FluentProfiles.Mirror.Storing;

/// <summary>Stored profiles by when they were created.</summary>
internal sealed record RowRange
{
    /// <summary>The first time; null for no bound.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The last time; null for no bound.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Those of the last time begin behind this id, in the order of the database; null for all of them.</summary>
    public string? BehindId { get; init; }

    /// <summary>Only those with one of these enforcement statuses; null for all.</summary>
    public IReadOnlyList<string>? Statuses { get; init; }
}
