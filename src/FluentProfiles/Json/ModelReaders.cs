using FluentProfiles.Model;

namespace FluentProfiles.Json;

/// <summary>The readers of a profile and its parts, put together once from their fields. A property of a type that is missing
/// here fails at the first use of the library, so in every test.</summary>
internal static class ModelReaders
{
    private static readonly ReaderSet Readers = new();

    // Parts before wholes.
    static ModelReaders()
    {
        Add(() => new(), ExternalUserDetails.Empty);
        Readers.AddMapOf(Add(() => new TrustGrant()));
        Readers.AddListOf(Add(() => new EnforcementAction()));
        Readers.AddMapOf(Add(() => new CyberTier()));
        Readers.AddMapOf(Add(() => new EfsFeature()));
        Add(() => new CyberRequirements());
        Add(() => new CyberProgram());
        Add(() => new EfsProgram());
        Add(() => new(), Programs.Empty);
        Profile = Add(() => new UserProfile());
    }

    public static ObjectReader<UserProfile> Profile { get; }

    private static ObjectReader<T> Add<T>(Func<T> create, T? empty = null)
        where T : class, new() => Readers.Add(ProfileSchema.Of(typeof(T)), create, empty);
}
