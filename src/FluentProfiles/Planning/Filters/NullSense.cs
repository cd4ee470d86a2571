namespace FluentProfiles.Planning.Filters;

/// <summary>What a null on one side of an equality means.</summary>
internal enum NullSense
{
    /// <summary>It equals another null.</summary>
    Value,

    /// <summary>It equals nothing, since one side is what <c>Equals</c> is called on, which is skipped where it is
    /// null.</summary>
    Skipped,

    /// <summary>It equals the empty text, as in Visual Basic.</summary>
    Empty,
}
