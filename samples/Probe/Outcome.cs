namespace Probe;

/// <summary>What became of an assumption.</summary>
internal enum Outcome
{
    Holds,
    Violated,
    Unchecked,
}
