using System.Globalization;
using FluentProfiles.Emulator.Facts;
using FluentProfiles.Emulator.Store;

namespace FluentProfiles.Emulator.Protocol;

/// <summary>Reads and checks the parameters of a list.</summary>
internal static class ListParameters
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    private static readonly Dictionary<string, SortField> SortFields = SortField.All.ToDictionary(field =>
        field.JsonName
    );

    private static readonly FilterParameter[] Filters =
    [
        .. ProfileFields
            .Of(typeof(UserProfile))
            .Where(pair => pair.Field.Filterable)
            .Select(pair => new FilterParameter(pair.Property, pair.Field)),
    ];

    public static ListQuery Read(QueryString query, ApiRevision revision)
    {
        query.ThrowIfUnknown(["limit", "order", "order_by", "page", .. Filters.Select(filter => filter.Name)]);
        ListQuery list = new(
            OneOf(query, "order_by", SortFields, SortField.Creation),
            OneOf(query, "order", new() { ["asc"] = false, ["desc"] = true }, true),
            Limit(query.Single("limit")),
            [.. Filters.Select(filter => filter.Read(query, revision)).OfType<ListFilter>()],
            null
        );
        return query.Single("page") is { } page ? list with { After = Cursor.Read(page, list) } : list;
    }

    private static int Limit(string? text)
    {
        if (text is null)
            return DefaultLimit;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit))
        {
            if (limit is >= 1 and <= MaxLimit)
                return limit;
        }
        throw ServiceError.Invalid($"limit: must be an integer from 1 to {MaxLimit}");
    }

    private static T OneOf<T>(QueryString query, string name, Dictionary<string, T> known, T otherwise)
    {
        if (query.Single(name) is not { } text)
            return otherwise;
        if (known.TryGetValue(text, out var value))
            return value;
        throw ServiceError.Invalid($"{name}: must be one of {string.Join(", ", known.Keys.Select(key => $"`{key}`"))}");
    }
}
