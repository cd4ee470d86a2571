using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;
using FluentProfiles.Sources.Service;

namespace FluentProfiles.ModelFacts;

/// <summary>The parameters of a list: their names from an address that has them all, their values from the model.</summary>
internal static class ListQuery
{
    public static string AddTo(TypeReader types)
    {
        Dictionary<string, MemberFacts> parameters = [];
        var filters = ProfileSchema.Filters.Aggregate(
            FilterValues.None,
            (all, filter) => all.And(FilterValues.Of(filter, ["a"]))
        );
        ListRequest request = new(1, new(ProfileSchema.DefaultSortKey, Descending: true), filters);
        foreach (var name in NamesIn(ListingAddress.OfPage(request, "cursor")))
            parameters.Add(name.Replace("[]", "", StringComparison.Ordinal), Parameter(name));
        return types.NameOf("parameters of a list", parameters);
    }

    private static IEnumerable<string> NamesIn(string query) =>
        query.TrimStart('?').Split('&').Select(pair => Uri.UnescapeDataString(pair.Split('=')[0]));

    private static MemberFacts Parameter(string name) =>
        name switch
        {
            "limit" => new("number") { Shapes = Shapes.All },
            "order" => new("text") { Shapes = Shapes.All, Values = ["asc", "desc"] },
            "order_by" => new("text") { Shapes = Shapes.All, Values = Sortable() },
            _ => Filter(name) ?? new("text") { Shapes = Shapes.All },
        };

    private static string[] Sortable() =>
        [.. Fields().Where(field => field.Facts!.Sortable).Select(field => field.Name).Order(StringComparer.Ordinal)];

    private static MemberFacts? Filter(string name) =>
        Fields().SingleOrDefault(field => field.Facts!.Filterable && field.Name + "[]" == name) is { } field
            ? new("list")
            {
                Shapes = Shapes.Of(field.Facts!),
                Of = new("text") { Values = TypeReader.ValuesOf(field.Property.PropertyType) },
            }
            : null;

    private static IEnumerable<ProfileField> Fields() =>
        ProfileSchema.Of(typeof(UserProfile)).Where(field => field.Facts is not null);
}
