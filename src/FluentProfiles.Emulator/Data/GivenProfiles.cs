using System.Reflection;

namespace FluentProfiles.Emulator.Data;

/// <summary>Profiles that a test hands in, kept as they are; profiles of one moment are ordered by id.</summary>
internal sealed class GivenProfiles : ISeedProfiles
{
    private readonly UserProfile[] profiles;
    private readonly Dictionary<string, int> sequences = [];

    public GivenProfiles(IEnumerable<UserProfile> profiles)
    {
        this.profiles =
        [
            .. profiles.OrderBy(profile => profile.CreatedAt).ThenBy(profile => profile.Id, StringComparer.Ordinal),
        ];
        for (var i = 0; i < this.profiles.Length; i++)
        {
            var id = this.profiles[i].Id;
            if (!sequences.TryAdd(id, i))
                throw new ArgumentException($"Two of the profiles have the id '{id}'.", nameof(profiles));
        }
    }

    public int Count => profiles.Length;

    public UserProfile At(int sequence) => profiles[sequence];

    public DateTimeOffset CreatedAt(int sequence) => profiles[sequence].CreatedAt;

    public object? ValueOf(PropertyInfo property, int sequence) => property.GetValue(profiles[sequence]);

    public int Find(string id) => sequences.GetValueOrDefault(id, -1);
}
