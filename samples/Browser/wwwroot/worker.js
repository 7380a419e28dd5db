// The .NET runtime in a worker, so that the page is never blocked. The page posts { number, type, call, values }; the answer is
// { number, result } or { number, error }. While a training runs, { progress } comes in between.
import { dotnet } from "./_framework/dotnet.js";

const runtime = (async () => {
  const { setModuleImports, getAssemblyExports, getConfig } = await dotnet
    .withModuleConfig({ onDownloadResourceProgress: (loaded, total) => postMessage({ loaded, total }) })
    .create();
  setModuleImports("worker", { post: json => postMessage({ progress: JSON.parse(json) }) });
  const exports = await getAssemblyExports(getConfig().mainAssemblyName);
  return exports.MaxPoolConvNet.Samples.Browser;
})();

runtime.then(() => postMessage({ ready: true }), problem => postMessage({ failed: problem.message }));

onmessage = async ({ data: { number, type, call, values } }) => {
  try {
    const result = (await runtime)[type][call](...values);
    postMessage(typeof result === "string" ? { number, result: JSON.parse(result) } : { number, result });
  } catch (problem) {
    postMessage({ number, error: problem.message.replace(/ \(Parameter '\w+'\)$/, "") });
  }
};
