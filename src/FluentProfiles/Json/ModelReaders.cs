using FluentProfiles.Model;

namespace FluentProfiles.Json;

/// <summary>The readers of the model's types, put together once from its fields. A property of a type that is missing here
/// fails at the first use of the library, so in every test.</summary>
internal static class ModelReaders
{
    private static readonly TextReader Text = new();
    private static readonly TimestampReader Timestamp = new();
    private static readonly Dictionary<Type, ValueReader> ByType = new()
    {
        [typeof(string)] = Text,
        [typeof(bool)] = new FlagReader(),
        [typeof(DateTimeOffset?)] = Timestamp,
        [typeof(DateTimeOffset)] = new RequiredTimestampReader(Timestamp),
        [typeof(ProfileMap<string>)] = new MapReader<string>(Text),
        [typeof(AccessType)] = Enum(text => new AccessType(text)),
        [typeof(AccountStatus)] = Enum(text => new AccountStatus(text)),
        [typeof(EnforcementActionType)] = Enum(text => new EnforcementActionType(text)),
        [typeof(EnforcementReason)] = Enum(text => new EnforcementReason(text)),
        [typeof(EnforcementStatus)] = Enum(text => new EnforcementStatus(text)),
        [typeof(EntityType)] = Enum(text => new EntityType(text)),
        [typeof(FeatureStatus)] = Enum(text => new FeatureStatus(text)),
        [typeof(ProgramStatus)] = Enum(text => new ProgramStatus(text)),
        [typeof(Relationship)] = Enum(text => new Relationship(text)),
        [typeof(RequiredAction)] = Enum(text => new RequiredAction(text)),
        [typeof(TierStatus)] = Enum(text => new TierStatus(text)),
        [typeof(TrustGrantStatus)] = Enum(text => new TrustGrantStatus(text)),
    };

    // Parts before wholes.
    static ModelReaders()
    {
        Add<ExternalUserDetails>();
        ByType[typeof(ProfileMap<TrustGrant>)] = new MapReader<TrustGrant>(Add<TrustGrant>());
        ByType[typeof(IReadOnlyList<EnforcementAction>)] = new ListReader<EnforcementAction>(Add<EnforcementAction>());
        ByType[typeof(ProfileMap<CyberTier>)] = new MapReader<CyberTier>(Add<CyberTier>());
        ByType[typeof(ProfileMap<EfsFeature>)] = new MapReader<EfsFeature>(Add<EfsFeature>());
        Add<CyberRequirements>();
        Add<CyberProgram>();
        Add<EfsProgram>();
        Add<Programs>();
        Profile = Add<UserProfile>();
    }

    public static ObjectReader<UserProfile> Profile { get; }

    private static EnumReader<TEnum> Enum<TEnum>(Func<string?, TEnum> create)
        where TEnum : struct => new(Text, create);

    private static ObjectReader<T> Add<T>()
        where T : class, new()
    {
        var fields = ProfileSchema.Of(typeof(T));
        var members = fields
            .Where(field => field.Facts is not null)
            .Select(field => ByType[field.Property.PropertyType].Bind<T>(field));
        var reader = new ObjectReader<T>([.. members], AdditionalOf<T>(fields));
        ByType[typeof(T)] = reader;
        return reader;
    }

    private static AdditionalPropertiesReader<T>? AdditionalOf<T>(IReadOnlyList<ProfileField> fields) =>
        fields.FirstOrDefault(field => field.Property.PropertyType == typeof(AdditionalProperties)) is { } field
            ? new(field)
            : null;
}
