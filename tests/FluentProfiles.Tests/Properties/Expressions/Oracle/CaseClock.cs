namespace FluentProfiles.Tests.Properties.Expressions.Oracle;

/// <summary>The clock of every case. It stands still, within the time in which profiles are created.</summary>
internal sealed class CaseClock : TimeProvider
{
    private CaseClock() { }

    public static CaseClock Instance { get; } = new();

    public override DateTimeOffset GetUtcNow() => TestProfiles.Start.AddHours(3);
}
