namespace FluentProfiles.Mirror.Model;

/// <summary>What a pass reads.</summary>
internal enum MirrorPassKind
{
    /// <summary>Every profile.</summary>
    Full = 1,

    /// <summary>The newest profiles.</summary>
    New = 2,

    /// <summary>The profiles that are not unrestricted.</summary>
    Statuses = 3,
}
