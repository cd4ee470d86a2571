using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace FluentProfiles.Model.Schema;

/// <summary>The model's fields as data, read once from the attributes on its properties.</summary>
internal static class ProfileSchema
{
    private static readonly Dictionary<Type, List<ProfileField>> ByType = [];

    static ProfileSchema()
    {
        // Parts before wholes, so that a field's subtree is complete when its owner asks for it.
        Add<TrustGrant>();
        Add<ExternalUserDetails>();
        Add<EnforcementAction>();
        Add<CyberTier>();
        Add<CyberRequirements>();
        Add<CyberProgram>();
        Add<EfsFeature>();
        Add<EfsProgram>();
        Add<Programs>();
        Add<UserProfile>();
        OnlyByGet = ByType
            .Values.SelectMany(fields => fields)
            .Where(field => field.Facts is { OnlyByGet: true })
            .Aggregate(FieldMask.None, (mask, field) => mask | field.Mask);
        Enums =
        [
            .. ByType
                .Values.SelectMany(fields => fields)
                .Select(field => ExtensibleEnums.Find(field.Property.PropertyType))
                .OfType<ExtensibleEnum>()
                .Distinct(),
        ];
        var profile = ByType[typeof(UserProfile)];
        foreach (var field in profile)
            (field.SortKey, field.Filter) = (SortKey.Of(field), ProfileFilter.Of(field));
        SortKeys = [.. profile.Select(field => field.SortKey).OfType<SortKey>()];
        Times = [.. SortKeys.Where(key => key.IsTime)];
        Positions = SortKeys.Where(key => key.HasPositions).Aggregate(FieldMask.None, (mask, key) => mask | key.Mask);
        Filters = [.. profile.Select(field => field.Filter).OfType<ProfileFilter>()];
        Id = FieldOf(nameof(UserProfile.Id));
        Name = FieldOf(nameof(UserProfile.Name));
        DefaultSortKey = FieldOf(nameof(UserProfile.CreatedAt)).SortKey!;
    }

    /// <summary>The fields that a list never reports.</summary>
    public static FieldMask OnlyByGet { get; }

    /// <summary>The extensible enums of the model.</summary>
    public static IReadOnlyList<ExtensibleEnum> Enums { get; }

    /// <summary>What the service sorts by.</summary>
    public static IReadOnlyList<SortKey> SortKeys { get; }

    /// <summary>The sort keys that are times.</summary>
    public static IReadOnlyList<SortKey> Times { get; }

    /// <summary>The fields of the orders in which each profile has a position.</summary>
    public static FieldMask Positions { get; }

    /// <summary>What the service filters by. Several filters of one request intersect.</summary>
    public static IReadOnlyList<ProfileFilter> Filters { get; }

    /// <summary>What the service sorts by unless told otherwise, descending.</summary>
    public static SortKey DefaultSortKey { get; }

    public static ProfileField Id { get; }

    public static ProfileField Name { get; }

    public static IReadOnlyList<ProfileField> Of(Type type) => ByType[type];

    /// <summary>True for a type of the model: a profile or one of its parts.</summary>
    public static bool IsPart(Type type) => ByType.ContainsKey(type);

    /// <summary>The field of a member, or null for a member that is none.</summary>
    public static ProfileField? Find(MemberInfo member) =>
        member.DeclaringType is { } type ? Find(type, member.Name) : null;

    /// <summary>The field of a profile with a property's name.</summary>
    public static ProfileField FieldOf(string property) => Find(typeof(UserProfile), property)!;

    /// <summary>The sort key of a member with a path of JSON names; null if there is no such member, or values of its type have no
    /// order.</summary>
    public static SortKey? KeyNamed(string name) =>
        PathNamed(name) is { } path && SortKey.IsOrdered(path) ? path.Ordering : null;

    /// <summary>The members of a profile and of its parts, without those within lists and maps.</summary>
    public static IEnumerable<FieldPath> Paths => PathsBelow(typeof(UserProfile), []);

    private static IEnumerable<FieldPath> PathsBelow(Type type, ProfileField[] owners) =>
        Of(type)
            .Where(field => field.Facts is not null)
            .SelectMany(field =>
                PathsBelowField(owners.Length == 0 ? field.Path : new([.. owners, field]), field.Property.PropertyType)
            );

    private static IEnumerable<FieldPath> PathsBelowField(FieldPath path, Type type) =>
        ByType.ContainsKey(type) ? PathsBelow(type, [.. path.Fields]).Prepend(path) : [path];

    private static FieldPath? PathNamed(string name)
    {
        List<ProfileField> fields = [];
        var type = typeof(UserProfile);
        foreach (var part in name.Split('.'))
        {
            if (
                !ByType.TryGetValue(type, out var known)
                || known.Find(field => field.Facts is not null && field.Name == part) is not { } field
            )
                return null;
            fields.Add(field);
            type = field.Property.PropertyType;
        }
        return fields is [var only] ? only.Path : new(fields);
    }

    private static ProfileField? Find(Type type, string name)
    {
        // A type has a handful of fields: nothing finds one faster than looking.
        if (!ByType.TryGetValue(type, out var fields))
            return null;
        foreach (var field in fields)
        {
            if (field.Property.Name == name)
                return field;
        }
        return null;
    }

    private static void Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>()
    {
        var fields = ModelFields.Of<T>(ByType.Values.Sum(known => known.Count));
        foreach (var field in fields)
        {
            if (PartOf(field.Property.PropertyType) is { } part)
                field.Subtree |= SubtreeOf(part);
        }
        ByType.Add(typeof(T), fields);
    }

    /// <summary>The model's type within a property's: itself, a list's item or a map's value.</summary>
    private static Type? PartOf(Type type) =>
        ByType.ContainsKey(type) ? type
        : type.IsGenericType && type.GetGenericArguments() is [var item] && ByType.ContainsKey(item) ? item
        : null;

    private static FieldMask SubtreeOf(Type part) =>
        ByType[part].Aggregate(FieldMask.None, (mask, field) => mask | field.Subtree);
}
