using System.Globalization;
using FluentProfiles.Json.Pages;

namespace FluentProfiles.Mirror.Refreshing;

/// <summary>How often each kind of pass is started, and what that costs.</summary>
/// <param name="Rows">The number of stored profiles.</param>
/// <param name="Restricted">Those that a sweep of statuses reads.</param>
/// <param name="Factor">How much longer than usual the intervals are, so that the requests of a day suffice; 1 where they
/// are as usual.</param>
internal sealed record RefreshPlan(long Rows, long Restricted, double Factor)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly MirrorPassKind[] Kinds = Enum.GetValues<MirrorPassKind>();

    /// <summary>The requests of a day.</summary>
    public double RequestsPerDay => Kinds.Sum(kind => CostOf(kind) * (Day / IntervalOf(kind)));

    /// <summary>Returns the plan whose requests are as many as a day may have, or fewer.</summary>
    public static RefreshPlan Of(long rows, long restricted, int requestsPerDay)
    {
        RefreshPlan usual = new(rows, restricted, 1);
        return usual with { Factor = Math.Max(1, usual.RequestsPerDay / requestsPerDay) };
    }

    /// <summary>The time between two starts.</summary>
    public TimeSpan IntervalOf(MirrorPassKind kind) =>
        Factor
        * kind switch
        {
            MirrorPassKind.New => TimeSpan.FromMinutes(1),
            MirrorPassKind.Statuses => TimeSpan.FromHours(1),
            _ => Day,
        };

    /// <summary>The requests of one pass. The service ends a page of a filtered listing before it is full where few profiles
    /// match, so a sweep counts for a tenth of a full pass at least.</summary>
    public long CostOf(MirrorPassKind kind) =>
        kind switch
        {
            MirrorPassKind.New => 1,
            MirrorPassKind.Statuses => Pages(Math.Max(Restricted, Rows / 10)),
            _ => Pages(Rows),
        };

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"about {RequestsPerDay:N0} requests a day: {string.Join(", ", Kinds.Select(Text))}"
        );

    private string Text(MirrorPassKind kind) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{kind} every {IntervalOf(kind):d\\.hh\\:mm\\:ss} with {CostOf(kind):N0} each"
        );

    private static long Pages(long profiles) => Math.Max(1, (profiles + PageLimits.Largest - 1) / PageLimits.Largest);
}
