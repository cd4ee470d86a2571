using System.Collections.Specialized;
using System.Net;
using System.Text;
using System.Web;
using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Docs.Costs;

/// <summary>A service with as many <see cref="MinuteCustomers"/> as wanted, which counts its requests. Unlike the emulator it writes a
/// few members of each, so that a million are listed within a second.</summary>
internal sealed class CustomerListing(int count) : IProfilesTransport
{
    private static readonly int ExaminedPerPage = new ProfileEmulatorOptions().ExaminedPerPage;
    private int requests;

    /// <summary>A client of a new listing, and how many requests it has sent so far.</summary>
    public static (ProfilesClient Client, Func<int> Requests) Serve(int count)
    {
        CustomerListing listing = new(count);
        return (new(new() { ApiKey = TestService.Key, Transport = listing }), () => listing.requests);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref requests);
        var id = request.RequestUri!.Segments[^1];
        StringBuilder body = new();
        if (id.StartsWith("uprof_", StringComparison.Ordinal))
            MinuteCustomers.Write(body, int.Parse(id[6..]), count);
        else
            WritePage(body, HttpUtility.ParseQueryString(request.RequestUri.Query));
        return Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(body.ToString(), Encoding.UTF8, "application/json"),
            }
        );
    }

    // A cursor is the place in the order at which the page begins. A filtered page examines as many profiles as the emulator does.
    private void WritePage(StringBuilder page, NameValueCollection query)
    {
        var (isFiltered, isAscending) = (query["enforcement_status[]"] is not null, query["order"] == "asc");
        var left = int.Parse(query["limit"] ?? "20");
        var place = int.Parse(query["page"] ?? "0");
        var end = Math.Min(count, isFiltered ? place + ExaminedPerPage : place + left);
        var separator = "";
        page.Append("""{"data":[""");
        for (; place < end && left > 0; place++)
        {
            var number = isAscending ? place : count - 1 - place;
            if (isFiltered && MinuteCustomers.Status(number) == EnforcementStatus.Unrestricted)
                continue;
            MinuteCustomers.Write(page.Append(separator), number, count);
            (separator, left) = (",", left - 1);
        }
        page.Append("],\"next_page\":").Append(place < count ? $"\"{place}\"" : "null").Append('}');
    }
}
