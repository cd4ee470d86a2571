using System.Globalization;

namespace FluentProfiles.Analyzers.Symbols;

/// <summary>The numbers, or times in ticks, that a parameter or property takes.</summary>
internal sealed class NumberRange : ValueRange
{
    private const long TicksOfInfinite = -TimeSpan.TicksPerMillisecond;

    private readonly double least;
    private readonly bool isExclusive;
    private readonly bool allowsInfinite;

    public NumberRange(AttributeData attribute)
    {
        least = attribute.ConstructorArguments is [{ Value: double number }] ? number : double.MinValue;
        foreach (var named in attribute.NamedArguments)
        {
            if (named is { Key: "Most", Value.Value: double greatest })
                Most = greatest;
            isExclusive |= named is { Key: "IsExclusive", Value.Value: true };
            allowsInfinite |= named is { Key: "AllowsInfinite", Value.Value: true };
        }
    }

    /// <summary>The greatest number.</summary>
    public double Most { get; } = double.MaxValue;

    public bool Has(double number) => (isExclusive ? number > least : number >= least) && number <= Most;

    public bool HasTicks(double ticks) => Has(ticks) || allowsInfinite && ticks == TicksOfInfinite;

    /// <summary>The nearest number in the range, or null where there is none.</summary>
    public string? NearestTo(double number) =>
        number > Most ? Text(Most)
        : number < least && !isExclusive ? Text(least)
        : null;

    /// <summary>What a number must be.</summary>
    public string Rule() =>
        isExclusive && Most == double.MaxValue ? $"be finite and above {Text(least)}"
        : Most == double.MaxValue ? $"be {Text(least)} or more"
        : $"be from {Text(least)} to {Text(Most)}";

    /// <summary>What a time must be.</summary>
    public string RuleOfTime()
    {
        var lower = isExclusive ? $"above {Time(least)}" : $"{Time(least)} or more";
        var upper = Most == double.MaxValue ? "" : $" and at most {Time(Most)}";
        return $"be {lower}{upper}{(allowsInfinite ? ", or Timeout.InfiniteTimeSpan" : "")}";
    }

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Time(double ticks)
    {
        var time = new TimeSpan((long)ticks);
        return time.Days > 0 ? $"{time.Days} days"
            : time == TimeSpan.Zero ? "0"
            : $"{Text(time.TotalSeconds)} seconds";
    }
}
