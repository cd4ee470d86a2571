using System.Text.Json.Nodes;
using FluentProfiles.Emulator;

namespace FluentProfiles.Samples.Tests.Probe;

/// <summary>For each assumption of the probe a service of which it is not true.</summary>
internal static class Breakage
{
    private const string List = "^GET [^?]*user_profiles\\?";
    private const string One = "user_profiles/[^/]+$";

    public static Dictionary<string, Action<ProbedService>> All { get; } =
        new()
        {
            ["default-order"] = service => service.Redirect("limit=20$", path => path + "&order=asc"),
            ["creation-order"] = service => service.EditPages("limit=60&order=asc", page => Swap(page, 3)),
            ["both-directions"] = service =>
                service.EditPages("limit=100&order=asc&order_by=created_at", page => Swap(page, 3)),
            ["name-order"] = service => service.Redirect("order_by=name", path => path.Replace("=name", "=created_at")),
            ["full-pages"] = service => service.Redirect("limit=25&", path => path.Replace("limit=25", "limit=24")),
            ["limit-is-kept"] = service => service.Redirect("limit=7&", path => path.Replace("limit=7", "limit=8")),
            ["filter-is-exact"] = service =>
                service.Redirect("limit=30&", path => path.Split("&enforcement_status")[0]),
            ["filter-is-complete"] = service =>
                service.Edit("limit=90&.*enforcement", page => page["next_page"] = null),
            ["cursor-goes-on"] = service => service.EditPages("limit=10&.*page=", page => page.RemoveAt(0)),
            ["cursor-repeats"] = RefuseUsedCursors,
            ["cursor-keeps-order"] = service =>
                service.Redirect("limit=8&order=asc.*page=", path => path.Replace("asc", "desc")),
            ["cursor-lives"] = service => service.Break("limit=4&.*page=", _ => Refusal(400, "invalid_request_error")),
            ["ids-are-unique"] = service =>
                service.EditPages("limit=100&order=desc&order_by=created_at$", page => page.Add(page[5]!.DeepClone())),
            ["absent-is-not-found"] = service => service.Break("GET .*never$", _ => Refusal(404, "forbidden")),
            ["list-agrees-with-get"] = service =>
                service.Edit($"^GET .*{One}", profile => profile["access_type"] = "other"),
            ["timestamps"] = service =>
                service.EditPages(List, page => page.Last()!["updated_at"] = "2001-01-01T00:00:00Z"),
            ["new-is-listed"] = service => service.EditPages("limit=5&", page => page.RemoveAt(0)),
            ["new-is-newest"] = service => service.EditPages("limit=5&", page => Swap(page, 0)),
            ["cursor-survives-create"] = service =>
                service.Redirect("limit=3&.*page=", _ => "/v1/user_profiles?limit=3"),
            ["cursor-survives-delete"] = service =>
                service.Break("limit=2&.*page=", _ => Refusal(400, "invalid_request_error")),
            ["update-merges"] = service =>
                service.Edit($"^POST .*{One}", profile => profile["metadata"]!.AsObject().Remove("kept")),
            ["update-moves-time"] = service =>
                service.Edit($"^POST .*{One}", profile => profile["updated_at"] = profile["created_at"]!.DeepClone()),
            ["update-repeats"] = RefuseSecondUpdates,
            ["deleted-is-absent"] = service => service.Break($"^GET .*{One}", request => Gone(service, request)),
            ["delete-repeats"] = service => service.Break("^DELETE", request => Deleted(service, request)),
            ["deleted-is-unlisted"] = KeepListingTheNewest,
            ["request-ids"] = service =>
                service.Break("limit=4&", request => Without(service.Emulator.Answer(request), "request-id")),
            ["rate-headers"] = service =>
                service.Break(
                    "",
                    request =>
                        service.Emulator.Answer(request).WithHeader("anthropic-ratelimit-requests-remaining", "9")
                ),
        };

    private static EmulatorResponse Refusal(int status, string type) =>
        EmulatorResponse.Error(status, type, "No.").WithHeader("request-id", "req_broken");

    private static EmulatorResponse Without(EmulatorResponse answer, string header) =>
        answer with
        {
            Headers = answer.Headers.Where(pair => pair.Key != header).ToDictionary(),
        };

    private static void Swap(JsonArray page, int place)
    {
        var moved = page[place];
        page.RemoveAt(place);
        page.Insert(place + 1, moved);
    }

    private static void RefuseUsedCursors(ProbedService service)
    {
        HashSet<string> used = [];
        service.Break(
            "limit=9&.*page=",
            request => used.Add(request.PathAndQuery) ? null : Refusal(400, "invalid_request_error")
        );
    }

    private static void RefuseSecondUpdates(ProbedService service)
    {
        HashSet<string> seen = [];
        service.Break($"^POST .*{One}", request => seen.Add(request.Body) ? null : Refusal(409, "conflict_error"));
    }

    private static EmulatorResponse? Gone(ProbedService service, EmulatorRequest request) =>
        service.Emulator.Answer(request).Status == 200
        || request.PathAndQuery.EndsWith("never", StringComparison.Ordinal)
            ? null
            : Refusal(410, "not_found_error");

    private static EmulatorResponse Deleted(ProbedService service, EmulatorRequest request) =>
        service.Emulator.Answer(request) is { Status: 200 } answer
            ? answer
            : EmulatorResponse.Json(200, """{"type":"user_profile_deleted"}""").WithHeader("request-id", "req_broken");

    private static void KeepListingTheNewest(ProbedService service)
    {
        EmulatorResponse? first = null;
        service.Break("limit=5&", request => first ??= service.Emulator.Answer(request));
    }
}
