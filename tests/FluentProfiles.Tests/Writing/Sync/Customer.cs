namespace FluentProfiles.Tests.Writing.Sync;

/// <summary>A row of the platform's.</summary>
internal sealed record Customer(string? Reference, string? Name, string? Plan = null)
{
    /// <summary>The rows for which <see cref="Profile"/> gives the profiles.</summary>
    public static Customer[] Many(int count) => [.. Enumerable.Range(0, count).Select(One)];

    public static Customer One(int number) => new($"c-{number:D5}", $"Customer {number}", "pro");

    /// <summary>What a row wants.</summary>
    public static NewProfile Map(Customer row) =>
        new()
        {
            Name = row.Name,
            Metadata = row.Plan is null ? [] : new() { ["plan"] = row.Plan },
            ExternalUserDetails = new() { ReferenceId = row.Reference },
        };

    /// <summary>The profile as the row wants it, with a pair of metadata that no row knows.</summary>
    public UserProfile Profile(int number, string? mark = null)
    {
        List<KeyValuePair<string, string>> pairs = [new("note", $"n{number}")];
        if (Plan is not null)
            pairs.Add(new("plan", Plan));
        if (mark is not null)
            pairs.Add(new("sync", mark));
        return new()
        {
            Id = TestProfiles.IdOf(number),
            Name = Name,
            CreatedAt = TestProfiles.Start.AddMinutes(number),
            Metadata = new(pairs),
            ExternalUserDetails = new() { ReferenceId = Reference },
        };
    }
}
