namespace FluentProfiles.Model.Schema;

/// <summary>All extensible enums of the library, as the generator finds them.</summary>
internal static partial class ExtensibleEnums
{
    private static readonly Dictionary<Type, ExtensibleEnum> ByType = Declared()
        .ToDictionary(declared => declared.Type);

    public static IReadOnlyCollection<ExtensibleEnum> All => ByType.Values;

    /// <summary>The enum of a type, nullable or not; null for any other type.</summary>
    public static ExtensibleEnum? Find(Type type) => ByType.GetValueOrDefault(Nullable.GetUnderlyingType(type) ?? type);

    private static partial ExtensibleEnum[] Declared();
}
