using FluentProfiles.Json.Values;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Json.Objects;

/// <summary>Codecs by the type that they read and write: those of plain values, and of the objects added. Parts are added before the
/// objects that have them.</summary>
internal sealed class CodecSet : IExtensibleEnumVisitor<ValueCodec>
{
    private static readonly RecurringTextCodec RecurringText = new();
    private static readonly TimestampCodec Timestamp = new();
    private readonly Dictionary<Type, ValueCodec> byType = new()
    {
        [typeof(string)] = new TextCodec(),
        [typeof(AdditionalProperties)] = new AdditionalPropertiesCodec(),
        [typeof(bool)] = new FlagCodec(),
        [typeof(int)] = new NumberCodec(),
        [typeof(DateTimeOffset?)] = Timestamp,
        [typeof(DateTimeOffset)] = new RequiredTimestampCodec(Timestamp),
        [typeof(ProfileMap<string>)] = new MapCodec<string>(RecurringText),
    };

    // Texts that come again and again, though their type does not say so.
    private static readonly string[] Recurring = [nameof(UserProfile.Type), nameof(ExternalUserDetails.Country)];

    /// <param name="fields">The fields of the type.</param>
    /// <param name="create">Makes an object.</param>
    /// <param name="empty">Stands for every object without a value, or null: then each is one of its own.</param>
    public ObjectCodec<T> Add<T>(IReadOnlyList<ProfileField> fields, Func<T> create, T? empty = null)
        where T : class, new()
    {
        var members = fields.Where(field => field.Facts is not null).Select(field => CodecOf(field).Bind<T>(field));
        var codec = new ObjectCodec<T>([.. members], AdditionalOf<T>(fields), create, empty);
        Add(codec);
        return codec;
    }

    public void AddMapOf<T>(ValueCodec<T?> item)
        where T : class => Add(new MapCodec<T>(item));

    public void AddListOf<T>(ValueCodec<T?> item)
        where T : class => Add(new ListCodec<T>(item));

    public void Add<TValue>(ValueCodec<TValue> codec) => byType[typeof(TValue)] = codec;

    /// <summary>The codec of a type, or null.</summary>
    public ValueCodec? Find(Type type) => byType.GetValueOrDefault(type);

    ValueCodec IExtensibleEnumVisitor<ValueCodec>.Visit<T>(ExtensibleEnum<T> type) =>
        new EnumCodec<T>(RecurringText, type.Create);

    private ValueCodec CodecOf(ProfileField field) =>
        field.Property.PropertyType == typeof(string) && Recurring.Contains(field.Property.Name)
            ? RecurringText
            : Known(field.Property.PropertyType)
                ?? throw new NotSupportedException($"{field.Property.Name}: no codec reads and writes its type.");

    private ValueCodec? Known(Type type) =>
        byType.TryGetValue(type, out var known) ? known
        : ExtensibleEnums.Find(type) is { } declared && declared.Type == type ? byType[type] = declared.Accept(this)
        : null;

    private static UnknownMembers<T>? AdditionalOf<T>(IReadOnlyList<ProfileField> fields) =>
        fields.FirstOrDefault(field => field.Property.PropertyType == typeof(AdditionalProperties)) is { } field
            ? new(field)
            : null;
}
