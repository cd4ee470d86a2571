using FluentProfiles.Model;

namespace FluentProfiles.Json;

/// <summary>Readers by the type that they read: those of plain values, and of the objects added. Parts are added before the
/// objects that have them.</summary>
internal sealed class ReaderSet
{
    private static readonly RecurringTextReader RecurringText = new();
    private static readonly TimestampReader Timestamp = new();
    private readonly Dictionary<Type, ValueReader> byType = new()
    {
        [typeof(string)] = new TextReader(),
        [typeof(bool)] = new FlagReader(),
        [typeof(DateTimeOffset?)] = Timestamp,
        [typeof(DateTimeOffset)] = new RequiredTimestampReader(Timestamp),
        [typeof(ProfileMap<string>)] = new MapReader<string>(RecurringText),
        [typeof(AccessType)] = Enum(text => new AccessType(text)),
        [typeof(AccountStatus)] = Enum(text => new AccountStatus(text)),
        [typeof(DataControlType)] = Enum(text => new DataControlType(text)),
        [typeof(EnforcementActionType)] = Enum(text => new EnforcementActionType(text)),
        [typeof(EnforcementReason)] = Enum(text => new EnforcementReason(text)),
        [typeof(EnforcementStatus)] = Enum(text => new EnforcementStatus(text)),
        [typeof(EntityType)] = Enum(text => new EntityType(text)),
        [typeof(FeatureStatus)] = Enum(text => new FeatureStatus(text)),
        [typeof(ProgramStatus)] = Enum(text => new ProgramStatus(text)),
        [typeof(RegionStatusType)] = Enum(text => new RegionStatusType(text)),
        [typeof(Relationship)] = Enum(text => new Relationship(text)),
        [typeof(RequiredAction)] = Enum(text => new RequiredAction(text)),
        [typeof(StorageCheck)] = Enum(text => new StorageCheck(text)),
        [typeof(StorageRole)] = Enum(text => new StorageRole(text)),
        [typeof(TierStatus)] = Enum(text => new TierStatus(text)),
        [typeof(TrustGrantStatus)] = Enum(text => new TrustGrantStatus(text)),
    };

    // Texts that come again and again, though their type does not say so.
    private static readonly string[] Recurring = [nameof(UserProfile.Type), nameof(ExternalUserDetails.Country)];

    /// <param name="fields">The fields of the type.</param>
    /// <param name="create">Makes an object.</param>
    /// <param name="empty">Stands for every object without a value, or null: then each is one of its own.</param>
    public ObjectReader<T> Add<T>(IReadOnlyList<ProfileField> fields, Func<T> create, T? empty = null)
        where T : class, new()
    {
        var members = fields.Where(field => field.Facts is not null).Select(field => ReaderOf(field).Bind<T>(field));
        var reader = new ObjectReader<T>([.. members], AdditionalOf<T>(fields), create, empty);
        Add(reader);
        return reader;
    }

    public void AddMapOf<T>(ValueReader<T?> item)
        where T : class => Add(new MapReader<T>(item));

    public void AddListOf<T>(ValueReader<T?> item)
        where T : class => Add(new ListReader<T>(item));

    public void Add<TValue>(ValueReader<TValue> reader) => byType[typeof(TValue)] = reader;

    private static EnumReader<TEnum> Enum<TEnum>(Func<string?, TEnum> create)
        where TEnum : struct => new(RecurringText, create);

    private ValueReader ReaderOf(ProfileField field) =>
        field.Property.PropertyType == typeof(string) && Recurring.Contains(field.Property.Name)
            ? RecurringText
            : byType[field.Property.PropertyType];

    private static AdditionalPropertiesReader<T>? AdditionalOf<T>(IReadOnlyList<ProfileField> fields) =>
        fields.FirstOrDefault(field => field.Property.PropertyType == typeof(AdditionalProperties)) is { } field
            ? new(field)
            : null;
}
