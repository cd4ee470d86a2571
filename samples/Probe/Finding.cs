namespace Probe;

/// <summary>What a check found. The detail has counts, shapes and statuses, and nothing of a customer.</summary>
internal sealed record Finding(Outcome Outcome, string Detail)
{
    public static Finding Holds(string detail) => new(Outcome.Holds, detail);

    public static Finding Violated(string detail) => new(Outcome.Violated, detail);

    public static Finding Unchecked(string reason) => new(Outcome.Unchecked, reason);

    /// <summary>An account without enough profiles to see anything.</summary>
    public static Finding TooFew { get; } = Unchecked("the account has too few profiles");

    public static Finding Of(bool holds, string detail) => holds ? Holds(detail) : Violated(detail);
}
