namespace FluentProfiles.Model.Profiles;

/// <summary>A <see cref="ProfileMap{TValue}"/> of any values.</summary>
internal interface IUntypedMap
{
    IEnumerable<(string Key, object Value)> Pairs { get; }
}
