using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Web;

/// <summary>Renders a Razor component, which encodes every value that it writes.</summary>
internal sealed class Html(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<IResult> PageAsync<TPage>(int status, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        await using HtmlRenderer renderer = new(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters));
            return page.ToHtmlString();
        });
        return Results.Content(html, "text/html; charset=utf-8", statusCode: status);
    }
}
