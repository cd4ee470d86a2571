using CsCheck;

namespace FluentProfiles.Tests.Properties.Data;

/// <summary>Generators of single values: few of each, so that what a query compares with is met in the data.</summary>
internal static class Values
{
    public static readonly string[] Countries = ["US", "DE", "BR"];

    /// <summary>Letters of both cases, what stands between them in ASCII, and letters whose case the service heeds.</summary>
    public static readonly Gen<string> Names = Gen.OneOf(
        "a",
        "A",
        "b",
        "B",
        "ab",
        "aB",
        "Ab",
        "AB",
        "_a",
        "[b",
        "é",
        "É"
    );

    public static readonly Gen<string?> NamesOrNull = Gen.Frequency<string?>((5, Names), (1, Gen.Const((string?)null)));

    public static readonly Gen<string> Keys = Gen.OneOf("plan", "Plan", "tier");

    public static readonly Gen<string> Texts = Gen.OneOf("pro", "Pro", "free");

    public static readonly Gen<string> Ids = Gen.Frequency(
        (6, Gen.Int[0, 12].Select(TestProfiles.IdOf)),
        (2, Gen.Int[0, 260].Select(TestProfiles.IdOf)),
        (1, Gen.OneOf("uprof_none", ""))
    );

    public static readonly Gen<string[]> IdArrays = Ids.Array[0, 6];

    public static readonly Gen<EnforcementStatus> KnownStatuses = Gen.OneOf(
        EnforcementStatus.Unrestricted,
        EnforcementStatus.Pending,
        EnforcementStatus.Restricted,
        EnforcementStatus.Banned
    );

    public static readonly Gen<EnforcementStatus[]> StatusArrays = KnownStatuses.Array[0, 3];

    public static readonly Gen<string?> Country = Gen.Frequency<string?>(
        (4, Gen.OneOf(Countries)),
        (1, Gen.Const((string?)null))
    );

    public static readonly Gen<ProgramStatus> ProgramStatuses = Gen.OneOf(
        ProgramStatus.Active,
        ProgramStatus.Pending,
        ProgramStatus.Rejected
    );

    /// <summary>Moments of the data, others next to them, and the ends of time.</summary>
    public static readonly Gen<DateTimeOffset> Bounds = Gen.Frequency(
        (8, Moments(12)),
        (2, Moments(12).Select(time => time.AddMicroseconds(1))),
        (2, Moments(12).Select(time => time.ToOffset(TimeSpan.FromHours(5)))),
        (2, Moments(500)),
        (1, Gen.OneOf(DateTimeOffset.MinValue, DateTimeOffset.MaxValue))
    );

    public static readonly Gen<DateTimeOffset?> BoundsOrNull = Gen.Frequency<DateTimeOffset?>(
        (4, Bounds.Select(time => (DateTimeOffset?)time)),
        (1, Gen.Const((DateTimeOffset?)null))
    );

    /// <summary>So many moments, an hour apart.</summary>
    public static Gen<DateTimeOffset> Moments(int count) =>
        Gen.Int[0, count - 1].Select(hour => TestProfiles.Start.AddHours(hour));
}
