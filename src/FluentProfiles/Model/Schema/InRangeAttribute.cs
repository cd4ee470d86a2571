namespace FluentProfiles.Model.Schema;

/// <summary>States which numbers or times a parameter or a property takes. The library's own check names the same constants, and
/// the analyzer reads them here; null is never out of range.</summary>
/// <param name="least">The least value; of a time, in ticks.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
internal sealed class InRangeAttribute(double least) : Attribute
{
    /// <summary>The least value; of a time, in ticks.</summary>
    public double Least { get; } = least;

    /// <summary>True when values must be greater than <see cref="Least"/>. False by default.</summary>
    public bool IsExclusive { get; set; }

    /// <summary>The greatest value; of a time, in ticks. Any finite one by default.</summary>
    public double Most { get; set; } = double.MaxValue;

    /// <summary>True when <see cref="Timeout.InfiniteTimeSpan"/> is also allowed. False by default.</summary>
    public bool AllowsInfinite { get; set; }
}
