using FluentProfiles.Json.Values;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Json.Objects;

/// <summary>The codecs of a profile and its parts, put together once from their fields. A property of a type that is missing
/// here fails at the first use of the library, so in every test.</summary>
internal static class ModelCodecs
{
    private static readonly CodecSet Codecs = new();

    // Parts before wholes.
    static ModelCodecs()
    {
        Add(() => new(), ExternalUserDetails.Empty);
        Codecs.AddMapOf(Add(() => new TrustGrant()));
        Codecs.AddListOf(Add(() => new EnforcementAction()));
        Codecs.AddMapOf(Add(() => new CyberTier()));
        Codecs.AddMapOf(Add(() => new EfsFeature()));
        Add(() => new CyberRequirements());
        Add(() => new CyberProgram());
        Add(() => new EfsProgram());
        Add(() => new(), Programs.Empty);
        Profile = Add(() => new UserProfile());
    }

    public static ObjectCodec<UserProfile> Profile { get; }

    /// <summary>The codec of a type, or null.</summary>
    public static ValueCodec? Find(Type type) => Codecs.Find(type);

    private static ObjectCodec<T> Add<T>(Func<T> create, T? empty = null)
        where T : class, new() => Codecs.Add(ProfileSchema.Of(typeof(T)), create, empty);
}
