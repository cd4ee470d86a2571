using FluentProfiles.Model;

namespace FluentProfiles.Json;

/// <summary>The readers of the model's types, put together once from its fields. A property of a type that is missing here
/// fails at the first use of the library, so in every test.</summary>
internal static class ModelReaders
{
    private static readonly RecurringTextReader RecurringText = new();
    private static readonly TimestampReader Timestamp = new();
    private static readonly Dictionary<Type, ValueReader> ByType = new()
    {
        [typeof(string)] = new TextReader(),
        [typeof(bool)] = new FlagReader(),
        [typeof(DateTimeOffset?)] = Timestamp,
        [typeof(DateTimeOffset)] = new RequiredTimestampReader(Timestamp),
        [typeof(ProfileMap<string>)] = new MapReader<string>(RecurringText),
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

    // Texts that come again and again, though their type does not say so.
    private static readonly string[] Recurring = [nameof(UserProfile.Type), nameof(ExternalUserDetails.Country)];

    // Parts before wholes.
    static ModelReaders()
    {
        Add(() => new(), ExternalUserDetails.Empty);
        ByType[typeof(ProfileMap<TrustGrant>)] = new MapReader<TrustGrant>(Add(() => new TrustGrant()));
        ByType[typeof(IReadOnlyList<EnforcementAction>)] = new ListReader<EnforcementAction>(
            Add(() => new EnforcementAction())
        );
        ByType[typeof(ProfileMap<CyberTier>)] = new MapReader<CyberTier>(Add(() => new CyberTier()));
        ByType[typeof(ProfileMap<EfsFeature>)] = new MapReader<EfsFeature>(Add(() => new EfsFeature()));
        Add(() => new CyberRequirements());
        Add(() => new CyberProgram());
        Add(() => new EfsProgram());
        Add(() => new(), Programs.Empty);
        Profile = Add(() => new UserProfile());
    }

    public static ObjectReader<UserProfile> Profile { get; }

    private static EnumReader<TEnum> Enum<TEnum>(Func<string?, TEnum> create)
        where TEnum : struct => new(RecurringText, create);

    private static ObjectReader<T> Add<T>(Func<T> create, T? empty = null)
        where T : class, new()
    {
        var fields = ProfileSchema.Of(typeof(T));
        var members = fields.Where(field => field.Facts is not null).Select(field => ReaderOf(field).Bind<T>(field));
        var reader = new ObjectReader<T>([.. members], AdditionalOf<T>(fields), create, empty);
        ByType[typeof(T)] = reader;
        return reader;
    }

    private static ValueReader ReaderOf(ProfileField field) =>
        field.Property.PropertyType == typeof(string) && Recurring.Contains(field.Property.Name)
            ? RecurringText
            : ByType[field.Property.PropertyType];

    private static AdditionalPropertiesReader<T>? AdditionalOf<T>(IReadOnlyList<ProfileField> fields) =>
        fields.FirstOrDefault(field => field.Property.PropertyType == typeof(AdditionalProperties)) is { } field
            ? new(field)
            : null;
}
