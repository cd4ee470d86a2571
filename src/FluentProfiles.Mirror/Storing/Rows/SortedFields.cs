using System.Collections.Concurrent;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Mirror.Storing.Rows;

/// <summary>The members of the model's types by name, so that the order of the model's properties means nothing.</summary>
internal static class SortedFields
{
    private static readonly ConcurrentDictionary<Type, ProfileField[]> ByType = [];

    public static IReadOnlyList<ProfileField> Of(Type type) =>
        ByType.GetOrAdd(
            type,
            type =>
                [
                    .. ProfileSchema
                        .Of(type)
                        .Where(field => field.Facts is not null)
                        .OrderBy(field => field.Name, StringComparer.Ordinal),
                ]
        );
}
