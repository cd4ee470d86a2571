namespace FluentProfiles.Expressions.Text;

/// <summary>The name of a type in an identity.</summary>
internal static class TypeName
{
    /// <summary>The full name; of an anonymous type only its arguments, because the compiler numbers such types anew with each
    /// change of the program. The same holds for type arguments and elements.</summary>
    public static string Of(Type type)
    {
        if (type.HasElementType)
            return Of(type.GetElementType()!) + (type.IsArray ? $"[{type.GetArrayRank()}]" : "&");
        if (!type.IsConstructedGenericType)
            return type.ToString();
        var arguments = string.Join(',', type.GenericTypeArguments.Select(Of));
        return IsAnonymous(type) ? $"{{{arguments}}}" : $"{type.GetGenericTypeDefinition()}<{arguments}>";
    }

    public static bool IsAnonymous(Type type) => type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);
}
