using FluentProfiles.Mirror.Model.References;

namespace FluentProfiles;

public sealed partial class ProfileMirrorOptions
{
    /// <summary>The most references whose profiles the mirror keeps in memory for
    /// <see cref="ProfileMirror.GetOrCreateAsync"/> and <see cref="ProfileMirror.FindAsync"/>. 10,000 by default, which take about
    /// 5 MB. 0 for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int CachedReferences
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 10_000;

    /// <summary>Chooses the profile of a reference that several profiles have. It returns one of
    /// <see cref="DuplicateReference.Profiles"/>. Null (the default) for the oldest. It may be called by several threads at
    /// once.</summary>
    /// <example><c>options.ChooseDuplicate = duplicate => duplicate.Newest</c></example>
    public Func<DuplicateReference, UserProfile>? ChooseDuplicate { get; set; }

    internal ReferenceTimes ReferenceTimes { get; set; } = ReferenceTimes.Default;
}
