namespace FluentProfiles.Testing.Tests.Steps;

/// <summary>Values for writes, most of them good.</summary>
/// <param name="random">The seed.</param>
/// <param name="now">The time.</param>
/// <param name="isDefined">True for steps whose outcome does not depend on the order of equal keys, or on the shape.</param>
internal sealed class RandomValues(Random random, DateTimeOffset now, bool isDefined = false)
{
    private static readonly AnthropicBeta[] Shapes =
    [
        AnthropicBeta.UserProfiles2026_03_24,
        AnthropicBeta.UserProfiles2026_08_18,
        AnthropicBeta.UserProfiles2026_09_04,
    ];

    public bool IsDefined => isDefined;

    public CallOptions? Options() =>
        random.Next(10) switch
        {
            _ when isDefined => null,
            0 => new() { Betas = [Shapes[random.Next(3)]] },
            1 => new() { Betas = [random.Next(4) == 0 ? "no-such-beta" : AnthropicBeta.FilesApi2025_04_14] },
            2 => new() { Workspace = random.Next(3) == 0 ? "not-a-workspace" : "wrkspc_1" },
            _ => null,
        };

    public NewProfile NewProfile() =>
        new()
        {
            Name = Maybe(2, () => Text(255)),
            Metadata = new Dictionary<string, string>(Pairs()),
            ExternalId = Maybe(20, () => Text(255)),
            Relationship = Maybe(20, () => random.Next(2) == 0 ? "resold" : "internal"),
            AccessType = Maybe(4, () => random.Next(2) == 0 ? "passthrough" : "application"),
            ExternalUserOnboardedAt = random.Next(20) == 0 ? Moment() : null,
            ExternalUserDetails = Maybe(2, Details) ?? new(),
        };

    public ProfileChanges Changes()
    {
        ProfileChanges changes = new()
        {
            Relationship = Maybe(20, () => random.Next(2) == 0 ? "resold" : "internal"),
            AccessType = Maybe(4, () => random.Next(2) == 0 ? "passthrough" : "application"),
            ExternalUserOnboardedAt = random.Next(20) == 0 ? Moment() : null,
            ExternalUserDetails = Maybe(3, Details) ?? new(),
        };
        if (random.Next(3) == 0)
            changes.Name = random.Next(3) == 0 ? Change.Clear : Text(255);
        if (random.Next(20) == 0)
            changes.ExternalId = random.Next(3) == 0 ? Change.Clear : Text(255);
        foreach (var (key, value) in Pairs())
            changes.Metadata[key] = random.Next(3) == 0 ? Change.Clear : value;
        return changes;
    }

    public string Key() => $"key-{random.Next(20)}";

    /// <summary>A text, now and then one that is too long.</summary>
    public string Text(int most) =>
        random.Next(25) == 0 ? new string('x', most + 1) : $"{"aÄ😀B"[..random.Next(1, 3)]}{random.Next(50)}";

    private IEnumerable<KeyValuePair<string, string>> Pairs() =>
        Enumerable
            .Range(0, random.Next(random.Next(12) == 0 ? 20 : 4))
            .Select(_ => Key())
            .Distinct()
            .Select(key => KeyValuePair.Create(key, Text(512)))
            .ToList();

    private ExternalUserDetails Details() =>
        new()
        {
            AccountStatus = Maybe(4, () => "suspended"),
            Country = Maybe(
                2,
                () =>
                    random.Next(10) == 0 ? "Germany"
                    : random.Next(2) == 0 ? "DE"
                    : "US"
            ),
            EntityType = Maybe(3, () => "business"),
            EmailHash = Maybe(5, () => Text(255)),
            OnboardedAt = random.Next(4) == 0 ? Moment() : null,
            ReferenceId = Maybe(2, () => Text(255)),
        };

    private DateTimeOffset Moment() =>
        now.AddSeconds(random.Next(8) == 0 ? 120 : -random.Next(100_000)).AddTicks(random.Next(10_000_000));

    private T? Maybe<T>(int oneIn, Func<T> make) => random.Next(oneIn) == 0 ? make() : default;
}
