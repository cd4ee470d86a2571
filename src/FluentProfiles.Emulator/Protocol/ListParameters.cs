using System.Globalization;
using FluentProfiles.Emulator.Facts;
using FluentProfiles.Emulator.Store;

namespace FluentProfiles.Emulator.Protocol;

/// <summary>Reads and checks the parameters of a list.</summary>
internal static class ListParameters
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    private static readonly ProfileFieldAttribute Filtered = ProfileFields.Of(nameof(UserProfile.EnforcementStatus));
    private static readonly string Filter = Filtered.JsonName + "[]";

    private static readonly Dictionary<string, SortField> SortFields = ProfileFields
        .Of(typeof(UserProfile))
        .Where(pair => pair.Field.Sortable)
        .ToDictionary(pair => pair.Field.JsonName, pair => Enum.Parse<SortField>(pair.Property.Name));

    public static ListQuery Read(QueryString query, ApiRevision revision)
    {
        query.ThrowIfUnknown("limit", "order", "order_by", "page", Filter);
        ListQuery list = new(
            OneOf(query, "order_by", SortFields, SortField.CreatedAt),
            OneOf(query, "order", new() { ["asc"] = false, ["desc"] = true }, true),
            Limit(query.Single("limit")),
            Statuses(query.All(Filter), revision),
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

    private static EnforcementStatus[]? Statuses(IReadOnlyList<string> texts, ApiRevision revision)
    {
        if (texts.Count == 0)
            return null;
        if (!Filtered.Filterable || !Filtered.IsServedBy(revision))
            throw ServiceError.Invalid($"{Filter}: not supported under the user-profiles beta of this request");
        foreach (var text in texts)
        {
            if (!new EnforcementStatus(text).IsKnown)
                throw ServiceError.Invalid($"{Filter}: `{text}` is no enforcement status");
        }
        return [.. texts.Distinct().Select(text => new EnforcementStatus(text))];
    }
}
