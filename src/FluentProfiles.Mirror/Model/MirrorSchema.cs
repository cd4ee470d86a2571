namespace FluentProfiles.Mirror.Model;

/// <summary>The version of the mirror's tables. A migration writes the only row.</summary>
internal class MirrorSchema
{
    /// <summary>The version that this code reads and writes.</summary>
    public const int Current = 1;

    /// <summary>The oldest version of the code that can work with tables of the current version.</summary>
    public const int LeastReader = 1;

    public int Id { get; init; } = 1;

    /// <summary>The version of the tables.</summary>
    public int Version { get; init; }

    /// <summary>The oldest version of the code that can read and write them.</summary>
    public int Reader { get; init; }

    /// <summary>True while a first load has dropped the indexes that it builds at its end.</summary>
    public bool LacksIndexes { get; set; }
}
