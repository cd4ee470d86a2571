namespace FluentProfiles;

public sealed partial class ProfileMirrorOptions
{
    /// <summary>The time for which <see cref="ProfileMirror.ChangesAsync"/> returns a change, by the clock of the database. 30 days
    /// by default. Older changes are deleted at the end of each pass.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than 0.</exception>
    public TimeSpan KeepChanges
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromDays(30);

    /// <summary>True to store the profile before and after each change, as <see cref="ProfileChange.Before"/> and
    /// <see cref="ProfileChange.After"/>. False by default: changes then hold an id, a time and the names of members. Values are
    /// personal data that are kept for <see cref="KeepChanges"/>, unless the profile is removed or erased before.</summary>
    public bool KeepChangeValues { get; set; }
}
